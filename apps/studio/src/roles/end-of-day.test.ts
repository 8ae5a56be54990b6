import { expect, it } from 'vitest'
import { endOfDay, lastMomentBefore } from './end-of-day.ts'

it('a role with a term ends with that day where its giver sits; without one it does not end by itself', () => {
  expect(endOfDay('')).toBeNull()
  expect(endOfDay('2026-12-31')).toBe(new Date(2027, 0, 1).toISOString())
  expect(new Date(lastMomentBefore(endOfDay('2026-12-31') ?? '')).getDate()).toBe(31)
})
