import { expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

const now = Date.parse('2026-03-02T04:00:00Z')

test.each([
  ['2026-03-07T05:00:00Z', 'days', 5],
  ['2026-03-05T04:00:00Z', 'hours', 72],
  ['2026-03-02T05:59:30Z', 'minutes', 119],
  ['2026-03-01T04:00:00Z', 'minutes', 0],
] as const)('until %s there are %s: %i', (due, unit, count) => expect(timeLeft(due, now)).toEqual({ unit, count }))
