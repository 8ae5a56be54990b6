import { expect, it } from 'vitest'
import { backoff } from './backoff.ts'

it('waits twice as long each time, up to five minutes', () => {
  for (const tries of [1, 2, 5, 8, 30]) {
    const whole = Math.min(2 ** tries, 300) * 1000
    expect(backoff('work_1', tries)).toBeGreaterThanOrEqual(whole / 2)
    expect(backoff('work_1', tries)).toBeLessThanOrEqual(whole)
  }
})

it('does not bring back together what failed together', () => {
  const pauses = new Set(Array.from({ length: 100 }, (_, index) => backoff(`work_${index}`, 6)))
  expect(pauses.size).toBeGreaterThan(95)
  expect(backoff('work_1', 6)).toBe(backoff('work_1', 6))
})
