import { expect, test } from 'vitest'
import { fulfilLeakDuty, listLeaks, recordLeak } from '../contract/index.ts'
import { officer, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, run, clock } = await vigilancePlatform()
const organisation = 'tax-agency'

test('what was done is noted once with its reference; what was done too late stays late', async () => {
  const what = 'A table of incomes lay open in the network'
  const { leak } = await must(recordLeak, { organisation, what, persons: 3, known: '2026-03-02T03:00:00Z' })
  const done = { organisation, leak, duty: 'primary-notice', reference: 'N 12 of 2 March' }
  await must(fulfilLeakDuty, done)
  expect(await run(fulfilLeakDuty, done, officer)).toMatchObject({ code: 'vigilance.leak-duty-done' })
  expect(await run(fulfilLeakDuty, { ...done, duty: 'none' }, officer)).toMatchObject({
    code: 'vigilance.leak-duty-not-found',
  })
  clock.advance({ days: 4 })
  await must(fulfilLeakDuty, { ...done, duty: 'findings' })
  const [shown] = (await must(listLeaks, { organisation })).items
  expect(shown?.duties.map(({ duty, done: what, late }) => [duty, what?.reference ?? null, late])).toEqual([
    ['primary-notice', 'N 12 of 2 March', false],
    ['findings', 'N 12 of 2 March', true],
    ['tell-persons', null, true],
  ])
})
