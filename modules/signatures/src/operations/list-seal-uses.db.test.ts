import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listSeals, listSealUses, type SealedThing, signWithSeal } from '../contract/index.ts'
import { platformOf, revokerOf, sealsPlatform, thing } from '../seals.fixture.ts'

const platform = await sealsPlatform()
const organisation = 'health'

async function uses(serial: string, more: { search?: string; after?: string; limit?: number } = {}, of = organisation) {
  const listed = await platform.run(listSealUses, { organisation: of, serial, ...more }, revokerOf(of))
  if (isRefused(listed)) throw new Error(listed.code)
  return listed
}

it('tells what a seal signed, the latest first, page by page and by words, and how much in all', async () => {
  await platform.found()
  const { serial } = await platform.certify()
  const sign = (of: Partial<SealedThing>) =>
    platform.run(
      signWithSeal,
      { organisation, serial, bytes: 'AQID', thing: { ...thing, kind: 'file', ...of } },
      platformOf(organisation),
    )
  const firstAt = platform.clock.now().toISOString()
  expect(await uses(serial)).toEqual({ items: [], next: null })
  for (const [subject, number] of [
    ['document_1', 'ABCD-1'],
    ['document_2', 'ABCD-2'],
    ['document_3', 'EFGH-3'],
  ] as const) {
    await sign({ subject, number })
    platform.clock.advance({ hours: 1 })
  }
  const lastAt = platform.clock.now().toISOString()
  await sign({ kind: 'beside', number: 'ABCD-1' })
  await sign({ kind: 'beside', number: 'ABCD-1' })

  const first = await uses(serial, { limit: 2 })
  expect(first.items).toMatchObject([
    { kind: 'beside', subject: 'document_1', times: 2, firstAt: lastAt, lastAt },
    { kind: 'file', subject: 'document_3', times: 1 },
  ])
  const second = await uses(serial, { limit: 2, after: first.next ?? '' })
  expect(second).toMatchObject({
    items: [{ subject: 'document_2' }, { subject: 'document_1', kind: 'file' }],
    next: null,
  })
  const numbers = async (search: string) => (await uses(serial, { search })).items.map(({ number }) => number)
  expect(await numbers('efgh СВИДЕТЕЛЬСТВО')).toEqual(['EFGH-3'])
  expect(await numbers('куәлік abcd')).toEqual(['ABCD-1', 'ABCD-2', 'ABCD-1'])
  expect(await numbers('100%')).toEqual([])
  expect((await uses(serial, {}, 'education')).items).toEqual([])

  expect(await platform.run(listSeals, { organisation }, revokerOf(organisation))).toMatchObject({
    items: [{ serial, uses: { things: 4, signatures: 5, firstAt, lastAt } }],
  })
})
