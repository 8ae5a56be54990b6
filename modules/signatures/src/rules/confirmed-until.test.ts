import { expect, test } from 'vitest'
import { confirmedUntil } from './confirmed-until.ts'

test('an answer counts for two days more', () => {
  expect(confirmedUntil('2026-12-30')).toBe('2027-01-01')
})
