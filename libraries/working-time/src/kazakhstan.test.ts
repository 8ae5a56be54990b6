import { expect, test } from 'vitest'
import { isFiledInTime } from './filing.ts'
import { jurisdictionOf, type Row } from './testing/jurisdiction.fixture.ts'

const { calendar, rules, at, count } = jurisdictionOf('kz')
const days = (workingDays: number) => ({ workingDays })

test.each<Row>([
  // New Year, Orthodox Christmas, the Sunday that is worked
  ['2024-12-31 10:00', days(1), {}, '2025-01-05'],
  ['2024-12-31 10:00', days(3), {}, '2025-01-08'],
  ['2024-12-27 10:00', days(5), {}, '2025-01-08'],
  ['2025-12-30 10:00', days(3), {}, '2026-01-06'],
  ['2025-12-30 10:00', days(4), {}, '2026-01-08'],
  ['2026-12-30 10:00', days(3), {}, '2027-01-06'],
  ['2026-12-30 10:00', days(5), {}, '2027-01-11'],
  // days moved by order, before and after it was known
  ['2024-05-03 10:00', days(1), {}, '2024-05-04'],
  ['2024-05-03 10:00', days(2), {}, '2024-05-06'],
  ['2024-05-03 10:00', days(3), {}, '2024-05-10'],
  ['2024-05-03 10:00', days(2), { asOf: '2024-04-16' }, '2024-05-08'],
  ['2025-01-02 10:00', days(1), {}, '2025-01-05'],
  ['2025-01-02 10:00', days(1), { asOf: '2024-12-01' }, '2025-01-03'],
  // Nauryz on all kinds of days
  ['2024-03-20 10:00', days(1), {}, '2024-03-26'],
  ['2025-03-20 10:00', days(1), {}, '2025-03-26'],
  ['2026-03-20 10:00', days(2), {}, '2026-03-27'],
  ['2027-03-19 10:00', days(1), {}, '2027-03-25'],
  // Constitution Day went from 30 August to 15 March
  ['2027-03-12 10:00', days(1), {}, '2027-03-16'],
  ['2026-08-28 10:00', days(1), {}, '2026-08-31'],
  ['2026-08-28 10:00', days(1), { asOf: '2026-03-01' }, '2026-09-01'],
  ['2025-08-29 10:00', days(1), {}, '2025-09-02'],
  // Kurban Ait is not moved from a weekend
  ['2024-06-14 10:00', days(1), {}, '2024-06-17'],
  ['2025-06-05 10:00', days(1), {}, '2025-06-09'],
  ['2026-05-26 10:00', days(1), {}, '2026-05-28'],
  ['2026-05-06 10:00', days(3), {}, '2026-05-13'],
  // fifteen and twenty working days
  ['2026-03-02 10:00', days(15), {}, '2026-03-27'],
  ['2024-04-22 10:00', days(15), {}, '2024-05-16'],
  ['2026-12-01 10:00', days(20), {}, '2026-12-30'],
  // terms in days and months whose last day is a day off
  ['2026-03-13 10:00', { calendarDays: 10 }, {}, '2026-03-26'],
  ['2026-03-02 10:00', { calendarDays: 5 }, {}, '2026-03-10'],
  ['2026-02-16 10:00', { months: 3 }, {}, '2026-05-18'],
  ['2025-12-07 10:00', { months: 1 }, {}, '2026-01-08'],
  ['2025-07-06 10:00', { years: 1 }, {}, '2026-07-07'],
  ['2026-03-21 10:00', days(0), {}, '2026-03-26'],
  // months without the day, leap years
  ['2026-01-31 10:00', { months: 1 }, {}, '2026-03-02'],
  ['2024-01-31 10:00', { months: 1 }, {}, '2024-02-29'],
  ['2025-01-31 10:00', { months: 1 }, {}, '2025-02-28'],
  ['2026-03-31 10:00', { months: 3 }, {}, '2026-06-30'],
  ['2024-02-29 10:00', { years: 1 }, {}, '2025-02-28'],
  // what is sent before midnight came that day, also on a weekend
  ['2026-03-02 23:59', days(1), {}, '2026-03-03'],
  ['2026-03-14 12:00', days(1), {}, '2026-03-16'],
  // suspended: until the answer, over holidays, at the limit
  ['2026-03-02 10:00', days(5), { suspended: ['2026-03-04 10:00', '2026-03-12 10:00'] }, '2026-03-17'],
  ['2026-03-18 10:00', days(5), { suspended: ['2026-03-20 10:00', '2026-03-27 10:00'] }, '2026-04-01'],
  ['2026-04-20 10:00', days(10), { suspended: ['2026-04-22 10:00', undefined, { calendarDays: 10 }] }, '2026-05-19'],
  ['2026-04-20 10:00', days(10), { suspended: ['2026-04-22 10:00', undefined] }, 'suspended'],
  // prolonged to establish facts
  ['2026-03-02 10:00', days(15), { extended: 'facts-to-establish' }, '2026-05-28'],
  ['2026-03-02 10:00', days(15), { extended: 'weather' }, 'extension-ground-unknown'],
  // hours of work, from nine to half past six with a break of an hour and a half
  ['2026-03-05 09:00', { workingHours: 16 }, {}, '2026-03-06'],
  ['2026-03-05 15:30', { workingHours: 12 }, {}, '2026-03-10'],
  // nothing is guessed
  ['2027-12-20 10:00', days(30), {}, 'year-not-covered'],
  ['2023-12-28 10:00', days(1), {}, 'year-not-covered'],
])('from %s, %j, %j: %s', (...row) => {
  expect(count(row)).toBe(row[3])
})

test('one clock counts for the whole country since 1 March 2024, an hour behind the earlier one of Almaty', () => {
  expect(at('2024-02-29 12:00')).toBe('2024-02-29T06:00:00.000Z')
  expect(at('2024-03-01 12:00')).toBe('2024-03-01T07:00:00.000Z')
})

test.each([
  ['portal', '2026-03-10 23:59', true],
  ['post', '2026-03-11 00:00', false],
  ['counter', '2026-03-10 18:29', true],
  ['counter', '2026-03-10 18:30', false],
])('on the last day, 10 March 2026, %s at %s: %s', (way, time, inTime) => {
  expect(isFiledInTime({ date: '2026-03-10', way, at: at(time), calendar, rules })).toBe(inTime)
})
