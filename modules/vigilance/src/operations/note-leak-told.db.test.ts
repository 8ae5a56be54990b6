import { systemActor } from '@tereze/operation'
import { expect, test } from 'vitest'
import {
  listLeakPersons,
  listLeaks,
  nameLeakPersons,
  noteLeakTold,
  recordLeak,
  tellLeakPersons,
} from '../contract/index.ts'
import { somebody, vigilancePlatform, leakWords as words } from '../vigilance-platform.fixture.ts'

const { must } = await vigilancePlatform()
const organisation = 'tax-agency'
const writer = systemActor('notifications', organisation)
const { leak } = await must(recordLeak, { organisation, what: words.en, persons: 2, known: '2026-03-02T03:00:00Z' })
const by = { found: 'records' as const, register: 'incomes', records: ['income-1', 'income-2'] }
await must(nameLeakPersons, { organisation, leak, by })
await must(tellLeakPersons, { organisation, leak, words })
const shown = async () => (await must(listLeaks, { organisation })).items[0]
const duty = async () => (await shown())?.duties.find(({ to }) => to === 'persons')
const note = (n: number) =>
  must(noteLeakTold, { organisation, leak, person: somebody(n), message: `message_${n}` }, writer)

test('the last one told stops the clock of the law, and each message stays with the leak', async () => {
  await note(1)
  await note(1)
  expect(await duty()).toMatchObject({ done: null })
  await note(2)
  expect(await shown()).toMatchObject({ named: 2, told: 2 })
  expect(await duty()).toMatchObject({ late: false, done: { by: writer.id, reference: leak, told: 2 } })
  const { items } = await must(listLeakPersons, { organisation, leak })
  expect(items.map(({ told }) => told?.message)).toEqual(['message_1', 'message_2'])
})
