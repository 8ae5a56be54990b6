import { addDays } from '@tereze/working-time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ArchiveTerm, lastFreeClosing, lastKeptDay } from './archive-term.ts'

describe('the archive term of a file', () => {
  test.each<[ArchiveTerm, string, string | null]>([
    [{ keep: 'P10Y', from: 'next-year' }, '2026-03-02', '2036-12-31'],
    [{ keep: 'P10Y', from: 'next-year' }, '2026-12-31', '2036-12-31'],
    [{ keep: 'P6M', from: 'next-year' }, '2026-01-01', '2027-06-30'],
    [{ keep: 'P3Y', from: 'closing' }, '2024-02-29', '2027-02-28'],
    [{ keep: 'permanent', from: 'next-year' }, '2026-03-02', null],
    [{ keep: 'soon', from: 'closing' }, '2026-03-02', null],
  ])('%j closed on %s runs until %s', (term, closed, until) => expect(lastKeptDay(term, closed)).toBe(until))

  test('is never over where it is endless', () =>
    expect(lastFreeClosing({ keep: 'permanent', from: 'closing' }, '2036-01-01')).toBeNull())

  test('is over for exactly what was closed until the last free day', () => {
    const term = fc.record({
      keep: fc.oneof(
        fc.integer({ min: 1, max: 75 }).map(years => `P${years}Y`),
        fc.integer({ min: 1, max: 40 }).map(months => `P${months}M`),
      ),
      from: fc.constantFrom<ArchiveTerm['from']>('closing', 'next-year'),
    })
    const day = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('2000-01-01', days))
    fc.assert(
      fc.property(term, day, (of, today) => {
        const last = lastFreeClosing(of, today) ?? ''
        expect((lastKeptDay(of, last) ?? '') < today).toBe(true)
        expect((lastKeptDay(of, addDays(last, 1)) ?? '') < today).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
