import { expect, it } from 'vitest'
import { dateAfter, keptUntil } from './kept-until.ts'

it.each([
  ['2024-02-29', 'P1Y', '2025-02-28'],
  ['2024-01-31', 'P1M', '2024-02-29'],
  ['2024-12-31', 'P100Y', '2124-12-31'],
  ['2024-11-30', 'P3M', '2025-02-28'],
  ['2024-01-01', 'P2W3D', '2024-01-18'],
  ['2024-01-01T23:00:00Z', 'P1D', '2024-01-02'],
  ['soon', 'P1Y', null],
  ['2024-01-01', 'PT5H', null],
])('%s and %s make %s', (date, duration, expected) => expect(dateAfter(date, duration)).toBe(expected))

it('counts from a date of the record or from when it was recorded, and does not run without one', () => {
  const record = { data: { life: { ended: '2020-03-01' } }, recordedAt: '2026-03-02T04:00:00.000Z' }
  const until = (from: string) => keptUntil({ retention: { keep: 'P5Y', from } }, record)
  expect(until('/life/ended')).toBe('2025-03-01')
  expect(until('recorded')).toBe('2031-03-02')
  expect(until('/life/began')).toBeNull()
  expect(keptUntil({ retention: null }, record)).toBeNull()
})
