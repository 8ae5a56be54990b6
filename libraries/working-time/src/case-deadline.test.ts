import { expect, test } from 'vitest'
import { type CaseDeadlineInput, caseDeadline } from './case-deadline.ts'
import { calendar, rules } from './testing/calendar.fixture.ts'

const from = '2026-03-02T04:00:00.000Z' // Monday, 09:00 in Almaty
const local = (date: string, time = '09:00') => new Date(`${date}T${time}:00+05:00`).toISOString()
const grounds = [{ id: 'expert', by: { workingDays: 3 }, ground: 'act:procedure/41.4' }]
const withGrounds = { ...rules, groundsOfExtension: grounds }

function dateOf(input: Partial<CaseDeadlineInput>): string {
  const result = caseDeadline({ from, term: { workingDays: 5 }, calendar, rules: withGrounds, ...input })
  return result.ok ? result.date : result.refusal.code
}

test('a suspension ends when its condition is met or at its limit', () => {
  const since = local('2026-03-04')
  expect(dateOf({})).toBe('2026-03-10')
  expect(dateOf({ suspensions: [{ from: since }] })).toBe('suspended')
  // The 3rd counts; from the 4th five calendar days pass, to the 9th, a holiday, so to the 10th: the 11th is the second day.
  expect(dateOf({ suspensions: [{ from: since, limit: { calendarDays: 5 } }] })).toBe('2026-03-16')
  expect(dateOf({ suspensions: [{ from: since, to: local('2026-03-06'), limit: { calendarDays: 5 } }] })).toBe(
    '2026-03-12',
  )
  expect(dateOf({ suspensions: [{ from: since, to: local('2026-03-19'), limit: { calendarDays: 5 } }] })).toBe(
    '2026-03-16',
  )
  expect(dateOf({ suspensions: [{ from: since, limit: { years: 9 } }] })).toBe('year-not-covered')
})

test('the day of resumption counts or not, as the jurisdiction says', () => {
  const suspensions = [{ from: local('2026-03-04'), to: local('2026-03-06') }]
  const suspension = { ...rules.suspension, dayOfResumptionCounts: false }
  expect(dateOf({ suspensions })).toBe('2026-03-12')
  expect(dateOf({ suspensions, rules: { ...withGrounds, suspension } })).toBe('2026-03-13')
})

test('an act prolongs the term by what its ground allows, while it still runs', () => {
  expect(dateOf({ extensions: [{ ground: 'expert', on: local('2026-03-10', '20:00') }] })).toBe('2026-03-13')
  expect(dateOf({ extensions: [{ ground: 'expert' }, { by: { calendarDays: 1 } }] })).toBe('2026-03-16')
  expect(dateOf({ extensions: [{ ground: 'expert', on: local('2026-03-11', '00:00') }] })).toBe('extension-late')
  // The first extension keeps the second in time.
  expect(dateOf({ extensions: [{ ground: 'expert' }, { ground: 'expert', on: local('2026-03-12') }] })).toBe(
    '2026-03-18',
  )
  expect(dateOf({ extensions: [{ ground: 'weather' }] })).toBe('extension-ground-unknown')
  expect(dateOf({ extensions: [{}] })).toBe('term-invalid')
})

test('the trace names the acts that stopped and prolonged the term', () => {
  const result = caseDeadline({
    from,
    term: { workingDays: 5 },
    calendar,
    rules: withGrounds,
    asOf: '2026-03-01',
    suspensions: [{ from: local('2026-03-04'), limit: { calendarDays: 1 }, ground: 'income-unclear', act: 'S-7' }],
    extensions: [{ ground: 'expert', act: 'P-1' }],
  })
  if (!result.ok) throw new Error(result.refusal.code)
  expect(result.trace.asOf).toBe('2026-03-01')
  expect(result.trace.lines).toContainEqual({
    rule: 'extension',
    by: { workingDays: 3 },
    date: result.date,
    clause: 'act:procedure/41.4',
    act: 'P-1',
  })
  expect(result.trace.lines).toContainEqual({
    rule: 'suspendedBy',
    from: local('2026-03-04'),
    to: local('2026-03-06', '00:00'),
    ended: 'limit',
    ground: 'income-unclear',
    act: 'S-7',
  })
})

test('region and the day of knowledge choose the calendar', () => {
  const amended = {
    ...calendar,
    amendments: [
      {
        version: '1.1.0',
        known: '2026-03-05',
        act: 'act:order/1',
        days: [{ date: '2026-03-10', kind: 'holiday', source: 'act:order/1' } as const],
      },
    ],
    regional: [{ region: 'north', days: [{ date: '2026-03-06', kind: 'holiday', source: 'act:north/1' } as const] }],
  }
  expect(dateOf({ calendar: amended })).toBe('2026-03-11')
  expect(dateOf({ calendar: amended, asOf: '2026-03-04' })).toBe('2026-03-10')
  expect(dateOf({ calendar: amended, asOf: '2026-03-04', region: 'north' })).toBe('2026-03-11')
  expect(dateOf({ calendar: amended, region: 'north' })).toBe('2026-03-12')
})

test('a term that runs anew starts again only for suspensions that fell into it', () => {
  const anew = { ...withGrounds, suspension: { resumes: 'anew', dayOfSuspensionCounts: false } as const }
  expect(dateOf({ rules: anew, suspensions: [{ from: local('2026-03-11'), to: local('2026-03-12') }] })).toBe(
    '2026-03-10',
  )
  expect(dateOf({ rules: anew, suspensions: [{ from: local('2026-03-05'), to: local('2026-03-12') }] })).toBe(
    '2026-03-19',
  )
})
