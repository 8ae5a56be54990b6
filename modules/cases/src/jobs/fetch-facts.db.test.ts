import { rows, run, sql } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { casesPlatform } from '../cases-platform.fixture.ts'
import { ownProcesses } from '../own-processes.fixture.ts'
import { listIncidents } from '../store/records.ts'
import { fetchFacts } from './fetch-facts.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)

it('lets go what a node had claimed that is gone, and not what waits to be tried again', async () => {
  const { database, runner } = cases.platform
  const mother = await cases.mother('unknown')
  const { place } = await cases.decided('granted')
  const parts = runner.jobContext('cases.fetch-facts')
  const later = new Date(parts.clock.now().getTime() + 45_000)
  await own.move(place, async run => {
    for (const id of ['claimed', 'postponed'])
      run.draft.addWork({
        id: `${mother.child}/${id}`,
        caseId: place.case,
        instance: null,
        kind: 'facts',
        detail: { sources: [] },
        dueAt: later,
        since: run.context.now.toISOString(),
      })
  })
  const nobody = 2 ** 31 - 1
  await parts.write(place.organisation, ({ tx }) =>
    run(tx, sql`update cases.work set claimed_by = ${nobody} where id = ${`${mother.child}/claimed`}`),
  )
  await fetchFacts.release?.(parts)
  const due = await rows(
    database,
    sql<{
      id: string
    }>`select id from cases.work where id like ${`${mother.child}/%`} and due_at <= ${parts.clock.now()}
      and claimed_by is null`,
  )
  expect(due).toEqual([{ id: `${mother.child}/claimed` }])
  await parts.write(place.organisation, ({ tx }) =>
    run(tx, sql`delete from cases.work where id like ${`${mother.child}/%`}`),
  )
})

it('reports facts that it cannot fetch after some tries, and fetches those of others meanwhile', async () => {
  const { place } = await cases.decided('granted')
  await own.move(place, async run =>
    run.draft.addWork({
      id: 'work_of_nobody',
      caseId: place.case,
      instance: 'instance_of_nobody',
      kind: 'facts',
      detail: { node: 'ask', sources: [] },
      dueAt: run.context.now,
      since: run.context.now.toISOString(),
    }),
  )
  const other = await cases.mother('low')
  await expect(cases.applied(other)).rejects.toThrow(/has no instance/)
  await expect(cases.pass('PT2H')).rejects.toThrow(/has no instance/)
  expect(await listIncidents(cases.platform.database, place.organisation, place.case)).toEqual([
    { node: 'ask', code: 'job-failed' },
  ])
})
