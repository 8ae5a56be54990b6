import { worksAt } from '@tereze/working-time'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { CalendarHours } from './opening-hours.ts'
import { office } from './testing.fixture.ts'

const begin = Date.parse('2026-03-02T00:00:00Z')
const at = (text: string) => Date.parse(`2026-03-${text}:00Z`)
const hours = () => new CalendarHours('office', office, begin)

test.each([
  ['02T10:00', 60, '02T11:00'],
  ['02T12:30', 60, '02T14:30'],
  ['02T17:30', 60, '03T09:30'],
  ['02T03:00', 30, '02T09:30'],
  ['06T17:59', 2, '10T09:01'],
  ['20T16:30', 60, '23T09:30'],
  ['02T09:00', 8 * 60, '02T18:00'],
  ['02T09:00', 16 * 60, '03T18:00'],
])('work begun on %s that takes %i minutes is done on %s', (from, minutes, done) => {
  expect(new Date(hours().afterWork(at(from), minutes * 60_000)).toISOString()).toBe(new Date(at(done)).toISOString())
})

test('the next opening is now, after the break, or in the morning', () => {
  const open = hours()
  expect([open.nextOpen(at('02T10:00')), open.nextOpen(at('02T13:00')), open.nextOpen(at('02T18:00'))]).toEqual([
    at('02T10:00'),
    at('02T14:00'),
    at('03T09:00'),
  ])
})

test('whatever is begun takes its working time, and ends while somebody works', () => {
  assert(
    property(integer({ min: 0, max: 60 * 24 * 60 }), integer({ min: 1, max: 60 * 100 }), (from, minutes) => {
      const open = hours()
      const [start, work] = [begin + from * 60_000, minutes * 60_000]
      const done = open.afterWork(start, work)
      expect(open.workedBetween(start, done)).toBe(work)
      expect(worksAt(office, new Date(done - 1).toISOString())).toEqual({ ok: true, value: true })
      expect(worksAt(office, new Date(open.nextOpen(start)).toISOString())).toEqual({ ok: true, value: true })
    }),
    { numRuns: 300, seed: 4 },
  )
})

test('nothing is said about a year that the calendar does not cover', () => {
  expect(() => hours().nextOpen(Date.parse('2027-01-01T00:00:00Z'))).toThrow('calendar-ends')
})
