import { expect, test } from 'vitest'
import { dayOf } from './calendar.ts'
import { checkCalendar } from './check-calendar.ts'
import { remaining, worksAt } from './remaining.ts'
import { calendar } from './testing/calendar.fixture.ts'

test('a calendar says what it knows and nothing about other years', () => {
  expect(dayOf(calendar, '2026-03-02')).toEqual({ works: true, short: false })
  expect(dayOf(calendar, '2026-03-07')).toEqual({ works: false, because: 'weekend' })
  expect(dayOf(calendar, '2026-03-21')).toMatchObject({ works: true, source: 'act:holidays/4' })
  expect(dayOf(calendar, '2026-03-09')).toMatchObject({ works: false, because: 'holiday' })
  expect(dayOf(calendar, '2028-03-09')).toBeUndefined()
})

test('contradictions are found', () => {
  expect(checkCalendar(calendar)).toEqual([])
  const day = (date: string, kind: 'holiday' | 'working' | 'short') => ({ date, kind, source: 'act:x/1' })
  const wrong = {
    ...calendar,
    days: [
      day('2026-02-30', 'holiday'),
      day('2026-03-10', 'holiday'),
      day('2026-03-10', 'short'),
      day('2029-01-01', 'holiday'),
      day('2026-03-11', 'working'),
      day('2026-03-14', 'short'),
    ],
  }
  expect(checkCalendar(wrong).map(problem => problem.code)).toEqual([
    'date-invalid',
    'date-twice',
    'year-not-covered',
    'works-already',
    'is-free-already',
  ])
  expect(checkCalendar({ ...calendar, weekend: [1, 2, 3, 4, 5, 6, 7], days: [] }).map(problem => problem.code)).toEqual(
    ['no-working-day', 'no-working-day'],
  )
})

test('what is left is counted in working days and turns negative', () => {
  const now = '2026-03-06T10:00:00.000Z'
  expect(remaining({ now, date: '2026-03-10', calendar })).toEqual({
    ok: true,
    value: { workingDays: 1, calendarDays: 4, overdue: false },
  })
  expect(remaining({ now, date: '2026-03-06', calendar })).toEqual({
    ok: true,
    value: { workingDays: 0, calendarDays: 0, overdue: false },
  })
  expect(remaining({ now, date: '2026-03-04', calendar })).toEqual({
    ok: true,
    value: { workingDays: -2, calendarDays: -2, overdue: true },
  })
  expect(remaining({ now, date: '2028-03-04', calendar })).toMatchObject({
    ok: false,
    refusal: { code: 'year-not-covered', params: { year: 2028 } },
  })
})

test('an office works by its hours', () => {
  expect(worksAt(calendar, '2026-03-02T04:00:00.000Z')).toEqual({ ok: true, value: true })
  expect(worksAt(calendar, '2026-03-02T08:30:00.000Z')).toEqual({ ok: true, value: false })
  expect(worksAt(calendar, '2026-03-07T05:00:00.000Z')).toEqual({ ok: true, value: false })
})
