import { expect, test } from 'vitest'
import { arrivalsOf } from './arrivals.ts'
import { always, CalendarHours } from './opening-hours.ts'
import { randomOf } from './random.ts'
import type { Arrivals } from './scenario.ts'
import { office } from './testing.fixture.ts'

const begin = Date.parse('2026-03-02T00:00:00Z')
const first = (by: Arrivals['by'], count: number, hours = always as Parameters<typeof arrivalsOf>[2]) => {
  const found: string[] = []
  for (const at of arrivalsOf({ by }, begin, hours, randomOf(1, 'arrivals'))) {
    found.push(new Date(at).toISOString().slice(5, 16))
    if (found.length === count) break
  }
  return found
}

test('arrivals follow each other regularly, or as listed, whatever the order of the list', () => {
  expect(first({ every: 'PT90M' }, 3)).toEqual(['03-02T01:30', '03-02T03:00', '03-02T04:30'])
  expect(first({ at: ['PT2H', 'PT1H'] }, 3)).toEqual(['03-02T01:00', '03-02T02:00'])
})

test('with a calendar they come only while it is open', () => {
  const hours = new CalendarHours('office', office, begin)
  expect(first({ every: 'PT3H' }, 4, hours)).toEqual(['03-02T12:00', '03-02T16:00', '03-03T10:00', '03-03T13:00'])
})

test('by chance they come as often as the rate says', () => {
  let count = 0
  for (const at of arrivalsOf({ by: { exponential: { perHour: 10 } } }, begin, always, randomOf(1, 'x'))) {
    if (at > begin + 1_000 * 3_600_000) break
    count++
  }
  expect(count).toBeGreaterThan(9_700)
  expect(count).toBeLessThan(10_300)
})
