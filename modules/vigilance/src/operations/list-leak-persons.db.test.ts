import { expect, test } from 'vitest'
import { listLeakPersons, nameLeakPersons, recordLeak } from '../contract/index.ts'
import { officer, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, run } = await vigilancePlatform()
const organisation = 'tax-agency'
const what = 'A table of incomes lay open in the network'

test('persons of one leak stand there in parts, in the order of their ids', async () => {
  const { leak } = await must(recordLeak, { organisation, what, persons: 3, known: '2026-03-02T03:00:00Z' })
  const other = await must(recordLeak, { organisation, what, persons: 3, known: '2026-03-02T03:00:00Z' })
  const by = { found: 'records' as const, register: 'incomes', records: ['income-3', 'income-1', 'income-2'] }
  await must(nameLeakPersons, { organisation, leak, by })
  const first = await must(listLeakPersons, { organisation, leak, limit: 2 })
  expect(first.items.map(({ person }) => person)).toEqual([somebody(1), somebody(2)])
  const rest = await must(listLeakPersons, { organisation, leak, limit: 2, after: first.next ?? '' })
  expect([rest.items.map(({ person }) => person), rest.next]).toEqual([[somebody(3)], null])
  expect((await must(listLeakPersons, { organisation, leak: other.leak })).items).toEqual([])
  const nowhere = leak.replace(/.{4}$/, 'ffff')
  expect(await run(listLeakPersons, { organisation, leak: nowhere }, officer)).toMatchObject({
    code: 'vigilance.leak-not-found',
  })
})
