import { expect, it } from 'vitest'
import { nextQuestion } from './next-question.ts'

it('asks again when the answer is too old, soon where nothing came, and each day where it may not ask', () => {
  const [minute, day] = [60_000, 86_400_000]
  expect(nextQuestion('P30D', 1, null)).toBe(30 * day)
  expect([1, 2, 3, 40].map(attempts => nextQuestion('P30D', attempts, { retry: true }))).toEqual([
    5 * minute,
    10 * minute,
    20 * minute,
    day,
  ])
  expect(nextQuestion('P30D', 1, { retry: false })).toBe(day)
})
