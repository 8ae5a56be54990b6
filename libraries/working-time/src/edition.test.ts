import { expect, test } from 'vitest'
import { dayOf } from './calendar.ts'
import type { Calendar } from './calendar-data.ts'
import { checkCalendar } from './check-calendar.ts'
import { deadline } from './deadline.ts'
import { calendarAsOf, calendarLabel, calendarOfRegion } from './edition.ts'
import { calendar as plain, rules } from './testing/calendar.fixture.ts'

const calendar: Calendar = {
  ...plain,
  amendments: [
    {
      version: '1.1.0',
      known: '2026-02-10',
      act: 'act:order/1',
      days: [{ date: '2026-03-11', kind: 'holiday', source: 'act:order/1' }],
      withdrawn: ['2026-03-09'],
    },
    {
      version: '2.0.0',
      known: '2026-09-01',
      act: 'act:decree/1',
      years: [2028],
      sources: [{ year: 2028, acts: ['act:decree/1'], evidence: [], status: 'adopted' }],
      days: [{ date: '2028-01-03', kind: 'holiday', source: 'act:decree/1' }],
    },
  ],
  regional: [
    { region: 'north', days: [{ date: '2026-03-12', kind: 'holiday', source: 'act:north/1' }] },
    { region: 'north', known: '2026-03-01', days: [{ date: '2026-03-13', kind: 'short', source: 'act:north/2' }] },
  ],
}
const works = (of: Calendar, date: string) => dayOf(of, date)?.works

test('a later version of a year takes the place of the earlier one', () => {
  expect(works(calendar, '2026-03-09')).toBe(true)
  expect(works(calendar, '2026-03-11')).toBe(false)
  expect(works(calendar, '2028-01-03')).toBe(false)
  expect(calendarLabel(calendar)).toBe('test@2.0.0')
  expect(checkCalendar(calendar)).toEqual([])
})

test('a calendar can be asked what was known on a date', () => {
  const early = calendarAsOf(calendar, '2026-02-09')
  expect(works(early, '2026-03-09')).toBe(false)
  expect(works(early, '2026-03-11')).toBe(true)
  expect(calendarLabel(early)).toBe('test@1.0.0')
  const later = calendarAsOf(calendar, '2026-02-10')
  expect(works(later, '2026-03-11')).toBe(false)
  expect(works(later, '2028-01-03')).toBeUndefined()
  expect(calendarLabel(later)).toBe('test@1.1.0')
})

test('a region adds its days, as far as they were known', () => {
  const north = calendarOfRegion(calendar, 'north')
  expect(works(north, '2026-03-12')).toBe(false)
  expect(dayOf(north, '2026-03-13')).toMatchObject({ works: true, short: true })
  expect(works(north, '2026-03-11')).toBe(false)
  expect(calendarLabel(north)).toBe('test@2.0.0/north')
  expect(dayOf(calendarOfRegion(calendarAsOf(calendar, '2026-02-28'), 'north'), '2026-03-13')).toEqual({
    works: true,
    short: false,
  })
  expect(works(calendarOfRegion(calendar, 'south'), '2026-03-12')).toBe(true)
  expect(works(calendar, '2026-03-12')).toBe(true)
})

test('the trace names the version and the region', () => {
  const result = deadline({
    from: '2026-03-09T04:00:00.000Z',
    term: { workingDays: 2 },
    calendar: calendarOfRegion(calendar, 'north'),
    rules,
  })
  expect(result).toMatchObject({ ok: true, date: '2026-03-13', trace: { calendar: 'test@2.0.0/north' } })
})

test('amendments out of order, withdrawing nothing, and years without a source are found', () => {
  const [first, second] = calendar.amendments ?? []
  if (!first || !second) throw new Error('the fixture has two amendments')
  const codes = (amendments: Calendar['amendments']) =>
    checkCalendar({ ...calendar, ...(amendments ? { amendments } : {}) }).map(problem => problem.code)
  expect(codes([second, first])).toEqual(['amendment-out-of-order'])
  expect(codes([{ ...first, withdrawn: ['2026-04-04'] }, second])).toEqual(['nothing-to-withdraw'])
  expect(codes([first, { ...second, sources: [] }])).toEqual(['year-without-source'])
  expect(codes([first])).toEqual([])
})
