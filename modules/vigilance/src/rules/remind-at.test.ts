import { expect, test } from 'vitest'
import { remindAt } from './remind-at.ts'

test.each([
  ['2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z', 6, '2026-03-02T18:00:00.000Z'],
  ['2026-03-02T00:00:00Z', '2026-03-02T08:00:00Z', 6, '2026-03-02T04:00:00.000Z'],
])('from %s to %s, %i hours before: %s', (from, due, hours, at) => expect(remindAt(from, due, hours)).toBe(at))
