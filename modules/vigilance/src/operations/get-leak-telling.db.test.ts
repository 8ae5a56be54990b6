import { systemActor } from '@tereze/operation'
import { expect, test } from 'vitest'
import { getLeakTelling, nameLeakPersons, recordLeak, tellLeakPersons } from '../contract/index.ts'
import { vigilancePlatform, leakWords as words } from '../vigilance-platform.fixture.ts'

const { must, run } = await vigilancePlatform()
const organisation = 'tax-agency'
const writer = systemActor('notifications', organisation)
const { leak } = await must(recordLeak, { organisation, what: words.en, persons: 2, known: '2026-03-02T03:00:00Z' })
const by = { found: 'records' as const, register: 'incomes', records: ['income-1', 'income-2'] }

test('what persons are told is given once telling has begun', async () => {
  expect(await run(getLeakTelling, { organisation, leak }, writer)).toMatchObject({ code: 'vigilance.leak-not-found' })
  await must(nameLeakPersons, { organisation, leak, by })
  await must(tellLeakPersons, { organisation, leak, words })
  const { known, words: told } = await must(getLeakTelling, { organisation, leak }, writer)
  expect([new Date(known).toISOString(), told]).toEqual(['2026-03-02T03:00:00.000Z', words])
})
