import { expect, it } from 'vitest'
import { isLateCheck } from './is-late-check.ts'

it('is late when it is under way for a day', () => {
  const now = new Date('2026-03-03T00:00:10Z')
  const check = (state: string, startedAt: string) => ({ state, startedAt })
  expect(isLateCheck(check('running', '2026-03-02T00:00:10Z'), now)).toBe(true)
  expect(isLateCheck(check('running', '2026-03-02T00:00:11Z'), now)).toBe(false)
  expect(isLateCheck(check('done', '2026-03-01T00:00:00Z'), now)).toBe(false)
  expect(isLateCheck(null, now)).toBe(false)
})
