import { expect, it } from 'vitest'
import { archivistOf, closedCase } from '../archive.fixture.ts'
import { benefits, casesPlatform, done, registry } from '../cases-platform.fixture.ts'
import { listArchive } from '../contract/index.ts'

const cases = await casesPlatform()
const archivist = archivistOf(cases)

it('lists closed cases with kind, provision and last day, in pages; on demand those alone whose term is over', async () => {
  const over = await closedCase(cases, '2015-12-31')
  const kept = await closedCase(cases, '2016-01-01')
  await closedCase(cases, null)
  const input = { organisation: benefits }
  const first = done(await cases.run(listArchive, { ...input, limit: 1 }, archivist))
  expect(first.items).toMatchObject([
    {
      case: over.place.case,
      service: 'monthly-child-benefit',
      closed: '2015-12-31',
      kind: {
        index: '05-12',
        keep: 'P10Y',
        source: 'act:archives/9.4',
        sourceText: { en: 'Law on Archives, clause 9.4' },
      },
      keptUntil: '2025-12-31',
      due: true,
      destruction: null,
    },
  ])
  const rest = done(await cases.run(listArchive, { ...input, after: first.next ?? '' }, archivist))
  expect(rest.items).toMatchObject([{ case: kept.place.case, keptUntil: '2026-12-31', due: false }])
  expect(rest.next).toBeNull()
  const due = done(await cases.run(listArchive, { ...input, due: true }, archivist))
  expect(due.items.map(item => item.case)).toEqual([over.place.case])
})

it('is for the archive of the own organisation', async () => {
  for (const [actor, organisation] of [
    [archivist, registry],
    [cases.official('worker'), benefits],
  ] as const)
    expect(await cases.run(listArchive, { organisation }, actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
})
