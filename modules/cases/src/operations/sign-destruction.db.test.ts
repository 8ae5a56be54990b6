import { listAccesses } from '@tereze/audit/contract'
import { getIssuedDocument, verifyDocument } from '@tereze/documents/contract'
import { findRow, rows, run, sql } from '@tereze/foundation-database'
import { sealedBlobStore } from '@tereze/foundation-files'
import { expect, it } from 'vitest'
import { archivistOf, closedCase, drafted, end } from '../archive.fixture.ts'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { getCase, getDestruction, listArchive, signDestruction } from '../contract/index.ts'
import { keepFile } from '../files/keep-file.ts'

const cases = await casesPlatform()
const { database } = cases.platform
const archivist = archivistOf(cases)

/** In how many rows of any table of cases one is named by `case_id`, or is itself. */
async function tracesOf(id: string): Promise<string[]> {
  const tables = await rows(
    database,
    sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'cases' and column_name = 'case_id'`,
  )
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const query = `select 1 from cases.${name} where case_id = '${id}'`
      const row = await findRow(
        database,
        sql<{ found: boolean }>`select query_to_xml(${query}::text, true, false, '')::text like '%<row%' as found`,
      )
      return row?.found === true ? [name] : []
    }),
  )
  return found.flat()
}

it('destroys the cases with the second signature, of another official, and leaves a paper', async () => {
  const { mother, place } = await cases.decided('granted')
  await end(cases, place, '2012-06-01')
  const keeping = cases.keeping(mother.actor)
  const bytes = new TextEncoder().encode('%PDF-1.7\nincome')
  const file = done(await keepFile(keeping, { organisation: benefits, name: 'income.pdf', bytes }))
  const blob = await database.transaction(benefits, async tx => {
    await run(
      tx,
      sql`update cases.attachments set case_id = ${place.case} where tenant = ${benefits} and id = ${file.id}`,
    )
    const row = await findRow(tx, sql<{ blob: string }>`select blob from cases.attachments where id = ${file.id}`)
    return row?.blob ?? ''
  })
  expect((await tracesOf(place.case)).length).toBeGreaterThan(5)

  const act = { organisation: benefits, destruction: await drafted(cases, [place]) }
  const sign = (official: typeof archivist) => cases.run(signDestruction, act, official)
  expect(done(await sign(archivist))).toEqual({ state: 'signed' })
  expect(await sign(archivist)).toMatchObject({ code: 'cases.destruction-signed-already' })
  expect(done(await cases.run(getCase, place, cases.head)).card.status).toBe('closed')
  expect(done(await sign(cases.head))).toEqual({ state: 'done' })
  expect(await sign(archivist)).toMatchObject({ code: 'cases.destruction-over' })

  expect(await tracesOf(place.case)).toEqual([])
  expect(await cases.run(getCase, place, cases.head)).toMatchObject({ code: 'cases.case-not-found' })
  await cases.settle()
  expect(await keeping.port(sealedBlobStore).find(blob)).toBeNull()
  expect(await findRow(database, sql`select id from cases.attachments where id = ${file.id}`)).toBeNull()

  const { act: card, cases: list } = done(await cases.run(getDestruction, act, archivist))
  const document = card.paper?.document ?? ''
  const paper = done(await cases.run(getIssuedDocument, { organisation: benefits, document }, archivist))
  expect(JSON.stringify(paper.blocks)).toContain(list[0]?.number)
  expect(JSON.stringify(paper.blocks)).not.toContain(mother.actor.id)
  const checked = done(await cases.run(verifyDocument, { reference: card.paper?.reference ?? '' }, mother.actor))
  expect(checked).toMatchObject({ status: 'valid', signature: 'holds', kind: 'act-of-destruction' })

  const { items } = done(await cases.run(listAccesses, { person: mother.actor.id }, mother.actor))
  const told = items.filter(({ operation }) => operation === 'cases.sign-destruction').map(({ actor }) => actor)
  expect(told.toSorted()).toEqual([archivist.id, cases.head.id])
})

it('destroys nothing when one of the cases is kept again', async () => {
  const { place } = await closedCase(cases, '2012-06-01')
  const act = { organisation: benefits, destruction: await drafted(cases, [place]) }
  done(await cases.run(signDestruction, act, archivist))
  await end(cases, place, '2025-06-01')
  expect(await cases.run(signDestruction, act, cases.head)).toMatchObject({
    code: 'cases.archive-term-runs',
    params: { until: '2035-12-31' },
  })
  const { items } = done(await cases.run(listArchive, { organisation: benefits }, archivist))
  expect(items).toMatchObject([{ case: place.case, destruction: act.destruction }])
})
