import { expect, test } from 'vitest'
import { type DeadlineInput, deadline } from './deadline.ts'
import { calendar, rules } from './testing/calendar.fixture.ts'

const from = '2026-03-02T04:00:00.000Z' // Monday, 09:00 in Almaty

function dateOf(input: Partial<DeadlineInput>): string {
  const result = deadline({ from, term: { workingDays: 5 }, calendar, rules, ...input })
  return result.ok ? result.date : result.refusal.code
}

test.each([
  [{ workingDays: 0 }, '2026-03-02'],
  [{ workingDays: 1 }, '2026-03-03'],
  [{ workingDays: 4 }, '2026-03-06'],
  [{ workingDays: 5 }, '2026-03-10'], // Monday the 9th is a holiday
  [{ workingDays: 14 }, '2026-03-21'], // a Saturday that is worked
  [{ calendarDays: 3 }, '2026-03-05'],
  [{ calendarDays: 5 }, '2026-03-10'], // Saturday, then the holiday
  [{ months: 1 }, '2026-04-02'],
  [{ years: 1 }, '2027-03-02'],
  [{ hours: 20 }, '2026-03-03'],
  [{ workingHours: 9 }, '2026-03-03'],
  [{ years: 2 }, 'year-not-covered'],
  [{ workingDays: -1 }, 'term-invalid'],
  [{ months: 1.5 }, 'term-invalid'],
])('%j from Monday 2 March 2026 ends %s', (term, date) => {
  expect(dateOf({ term })).toBe(date)
})

test('the day of receipt is the date in the zone, not in UTC', () => {
  expect(dateOf({ from: '2026-03-02T18:59:59.000Z', term: { workingDays: 1 } })).toBe('2026-03-03')
  expect(dateOf({ from: '2026-03-02T19:00:00.000Z', term: { workingDays: 1 } })).toBe('2026-03-04')
  expect(dateOf({ from: '2026-03-02T19:00:00.000Z', term: { workingDays: 1 }, zone: 'UTC' })).toBe('2026-03-03')
})

test('the deadline has passed when its last day is over in the zone', () => {
  const result = deadline({ from, term: { workingDays: 1 }, calendar, rules })
  expect(result).toMatchObject({ ok: true, date: '2026-03-03', at: '2026-03-03T19:00:00.000Z' })
})

test('a term in months ends on the last day of a month that lacks the day, or on the first of the next', () => {
  const input = { from: '2026-01-31T04:00:00.000Z', term: { months: 1 } }
  expect(dateOf({ ...input, rules: { ...rules, endsOnNonWorkingDay: 'same-day' } })).toBe('2026-02-28')
  expect(
    dateOf({ ...input, rules: { ...rules, endsOnNonWorkingDay: 'same-day', monthWithoutDay: 'first-of-next' } }),
  ).toBe('2026-03-01')
  expect(dateOf(input)).toBe('2026-03-02')
  expect(dateOf({ ...input, rules: { ...rules, endsOnNonWorkingDay: 'previous-working-day' } })).toBe('2026-02-27')
})

test('the first day that counts is as the jurisdiction says', () => {
  const friday = '2026-02-27T04:00:00.000Z'
  const term = { calendarDays: 3 }
  expect(dateOf({ from: friday, term, rules: { ...rules, start: 'next-day' } })).toBe('2026-03-02')
  expect(dateOf({ from: friday, term, rules: { ...rules, start: 'same-day' } })).toBe('2026-03-02') // Sunday, moved
  expect(dateOf({ from: friday, term, rules: { ...rules, start: 'next-working-day' } })).toBe('2026-03-04')
})

test('what arrives after hours may count as received on the next working day', () => {
  const late = { from: '2026-03-02T13:00:00.000Z', term: { workingDays: 1 } } // 18:00 in Almaty
  const strict = { ...rules, receivedAfterHours: 'next-working-day' as const }
  expect(dateOf(late)).toBe('2026-03-03')
  expect(dateOf({ ...late, rules: strict })).toBe('2026-03-04')
  expect(dateOf({ ...late, from: '2026-03-02T12:59:00.000Z', rules: strict })).toBe('2026-03-03')
  expect(dateOf({ ...late, from: '2026-03-07T05:00:00.000Z', rules: strict })).toBe('2026-03-11')
})

test('a short day may not count as a working day', () => {
  const thursday = { from: '2026-03-19T04:00:00.000Z', term: { workingDays: 1 } }
  expect(dateOf(thursday)).toBe('2026-03-20')
  expect(dateOf({ ...thursday, rules: { ...rules, shortDayCounts: false } })).toBe('2026-03-21')
})

test('suspended days are not counted; the term runs on, or anew', () => {
  const suspensions = [{ from: '2026-03-04T04:00:00.000Z', to: '2026-03-16T04:00:00.000Z' }]
  expect(dateOf({ suspensions })).toBe('2026-03-19') // 3rd, then 16th to 19th
  expect(
    dateOf({
      suspensions,
      rules: { ...rules, suspension: { resumes: 'remaining-days', dayOfSuspensionCounts: true } },
    }),
  ).toBe('2026-03-18')
  expect(
    dateOf({ suspensions, rules: { ...rules, suspension: { resumes: 'anew', dayOfSuspensionCounts: false } } }),
  ).toBe('2026-03-21')
  expect(dateOf({ suspensions: [{ from: '2026-03-04T04:00:00.000Z' }] })).toBe('suspended')
  expect(dateOf({ suspensions, term: { calendarDays: 5 } })).toBe('2026-03-19')
  expect(dateOf({ suspensions, term: { hours: 72 } })).toBe('2026-03-17')
})

test('an extension is counted from the last day before', () => {
  expect(dateOf({ extensions: [{ workingDays: 10 }] })).toBe('2026-03-23')
  expect(dateOf({ extensions: [{ calendarDays: 4 }, { workingDays: 1 }] })).toBe('2026-03-17')
})

test('working hours run only while the office is open', () => {
  const at = (hours: number, start = from) => {
    const result = deadline({ from: start, term: { workingHours: hours }, calendar, rules })
    return result.ok ? result.at : result.refusal.code
  }
  expect(at(4)).toBe('2026-03-02T08:00:00.000Z') // until the break at 13:00
  expect(at(5)).toBe('2026-03-02T10:00:00.000Z')
  expect(at(8)).toBe('2026-03-02T13:00:00.000Z')
  expect(at(1, '2026-03-07T04:00:00.000Z')).toBe('2026-03-10T05:00:00.000Z')
  expect(at(8, '2026-03-20T04:00:00.000Z')).toBe('2026-03-21T05:00:00.000Z') // seven hours on the short day
})

test('the trace names calendar, rules, days that did not count, and clauses', () => {
  const result = deadline({ from, term: { workingDays: 5 }, calendar, rules, zoneData: '2026a' })
  expect(result).toMatchObject({
    ok: true,
    trace: {
      calendar: 'test@1.0.0',
      rules: 'test',
      zone: 'Asia/Almaty',
      zoneData: '2026a',
      lines: [
        { rule: 'received', at: from, date: '2026-03-02' },
        { rule: 'start', date: '2026-03-03', clause: 'act:procedure/40.1' },
        { rule: 'notCounted', from: '2026-03-07', to: '2026-03-08', because: 'weekend' },
        {
          rule: 'notCounted',
          from: '2026-03-09',
          to: '2026-03-09',
          because: 'holiday',
          name: 'message:day.moved',
          source: 'act:holidays/2',
        },
      ],
    },
  })
})

test('an unknown zone is refused', () => {
  expect(dateOf({ zone: 'Mars/Olympus' })).toBe('zone-unknown')
})
