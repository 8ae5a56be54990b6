import { run, sql } from '@tereze/foundation-database'
import { person } from '@tereze/foundation-testing'
import type { OfficialActor, PersonActor } from '@tereze/operation'
import { benefit, benefits, type CasesPlatform, done, type Place } from './cases-platform.fixture.ts'
import { draftDestruction, signDestruction } from './contract/index.ts'

/** The archivist of the organisation of the tests. */
export const archivistOf = ({ head }: CasesPlatform): OfficialActor => ({
  ...head,
  id: 'official_01960000-0000-7000-8000-00000000ac01',
  roles: ['archivist'],
})

/** Closes a case on a local date: benefits are kept for ten years from the year after it. */
export async function end(cases: CasesPlatform, { case: id }: Place, on: string): Promise<void> {
  await cases.platform.database.transaction(benefits, tx =>
    run(
      tx,
      sql`update cases.cases set status = 'closed', ended_at = ${`${on}T06:00:00Z`}::timestamptz,
          opened_at = ${`${on}T05:00:00Z`}::timestamptz
        where tenant = ${benefits} and id = ${id}`,
    ),
  )
}

let count = 0

/** A case of the benefit of somebody, closed on a local date; null: it still runs. */
export async function closedCase(
  cases: CasesPlatform,
  on: string | null,
): Promise<{ person: PersonActor; place: Place }> {
  const digits = String(++count).padStart(2, '0')
  const whose = person({ id: `person_01960000-0000-7000-8000-0000000ac1${digits}` })
  const id = `case_01960000-0000-7000-8000-0000000ac1${digits}`
  await cases.platform.database.transaction(benefits, tx =>
    run(
      tx,
      sql`insert into cases.cases (tenant, id, number, key, service, service_version, package_hash, person, channel, status, data, opened_at)
        values (${benefits}, ${id}, ${`ARCH-00${digits}-A1`}, ${id}, ${benefit}, '1.0.0', '', ${whose.id}, 'portal', 'in-progress', '{}',
          '2011-01-01T00:00:00Z')`,
    ),
  )
  const place = { organisation: benefits, case: id }
  if (on !== null) await end(cases, place, on)
  return { person: whose, place }
}

/** Drafts an act over cases as the archivist. */
export async function drafted(cases: CasesPlatform, places: readonly Place[]): Promise<string> {
  const input = { organisation: benefits, cases: places.map(place => place.case) }
  return done(await cases.run(draftDestruction, input, archivistOf(cases))).destruction
}

/** Has an act signed by the archivist and the head. */
export async function carriedOut(cases: CasesPlatform, destruction: string): Promise<void> {
  for (const official of [archivistOf(cases), cases.head])
    done(await cases.run(signDestruction, { organisation: benefits, destruction }, official))
}
