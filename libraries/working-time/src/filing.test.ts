import { expect, test } from 'vitest'
import { isFiledInTime, lastMomentToFile } from './filing.ts'
import { calendar, rules as plain } from './testing/calendar.fixture.ts'

const rules = { ...plain, filing: { portal: 'end-of-day', counter: 'closing-hour' } as const }
const at = (date: string, time: string) => new Date(`${date}T${time}:00+05:00`).toISOString()

test.each([
  ['2026-03-10', 'portal', '2026-03-10', '23:59', true],
  ['2026-03-10', 'portal', '2026-03-11', '00:00', false],
  ['2026-03-10', 'counter', '2026-03-10', '17:59', true],
  ['2026-03-10', 'counter', '2026-03-10', '18:00', false],
  ['2026-03-20', 'counter', '2026-03-20', '17:00', false], // a short day
  ['2026-03-10', 'pigeon', '2026-03-10', '23:59', true], // a way that the rules do not name
  ['2026-03-09', 'counter', '2026-03-09', '23:59', true], // the office is closed all day
])('last day %s, by %s: %s %s is in time: %s', (date, way, day, time, inTime) => {
  expect(isFiledInTime({ date, way, calendar, rules, at: at(day, time) })).toBe(inTime)
})

test('the last moment is told in the zone of the organisation', () => {
  expect(lastMomentToFile({ date: '2026-03-10', way: 'portal', calendar, rules, zone: 'UTC' })).toBe(
    '2026-03-11T00:00:00.000Z',
  )
})
