import { dayOf, hoursOf } from './calendar.ts'
import type { Calendar, SpecialDay } from './calendar-data.ts'
import { addDays, type CivilDate, isCivilDate, weekday, yearOf } from './civil.ts'
import { editionOf } from './edition.ts'

/** What is wrong with a calendar as data. */
export interface CalendarProblem {
  readonly code:
    | 'date-invalid'
    | 'date-twice'
    | 'year-not-covered'
    | 'year-without-source'
    | 'works-already'
    | 'is-free-already'
    | 'amendment-out-of-order'
    | 'nothing-to-withdraw'
    | 'hours-invalid'
    | 'no-working-day'
  readonly date?: CivilDate
}

function problemsOfDays(calendar: Calendar, years: ReadonlySet<number>, days: readonly SpecialDay[]) {
  const problems: CalendarProblem[] = []
  const seen = new Set<CivilDate>()
  for (const { date, kind } of days) {
    if (!isCivilDate(date)) problems.push({ code: 'date-invalid', date })
    else {
      if (seen.has(date)) problems.push({ code: 'date-twice', date })
      if (!years.has(yearOf(date))) problems.push({ code: 'year-not-covered', date })
      const free = calendar.weekend.includes(weekday(date))
      if ((kind === 'working' || kind === 'working-short') && !free) problems.push({ code: 'works-already', date })
      if (kind === 'short' && free) problems.push({ code: 'is-free-already', date })
    }
    seen.add(date)
  }
  return problems
}

function problemsOfAmendments(calendar: Calendar): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  const known = new Set(calendar.days.map(day => day.date))
  let before = ''
  for (const amendment of calendar.amendments ?? []) {
    if (!isCivilDate(amendment.known) || amendment.known < before)
      problems.push({ code: 'amendment-out-of-order', date: amendment.known })
    before = amendment.known
    for (const date of amendment.withdrawn ?? [])
      if (!known.delete(date)) problems.push({ code: 'nothing-to-withdraw', date })
    for (const { date } of amendment.days ?? []) known.add(date)
  }
  return problems
}

/**
 * Looks for contradictions in a calendar: dates twice, outside of its years, or special without being so; years without a
 * source; amendments that are not in the order in which they became known, or that withdraw what is not there.
 */
export function checkCalendar(calendar: Calendar): readonly CalendarProblem[] {
  const { years, sources } = editionOf(calendar)
  const lists = [
    calendar.days,
    ...(calendar.amendments ?? []).map(amendment => amendment.days ?? []),
    ...(calendar.regional ?? []).map(regional => regional.days),
  ]
  const problems = lists.flatMap(days => problemsOfDays(calendar, years, days))
  problems.push(...problemsOfAmendments(calendar))
  if (hoursOf(calendar, { works: true, short: false }).length === 0) problems.push({ code: 'hours-invalid' })
  for (const year of years) {
    const first = `${year}-01-01`
    if ((sources.get(year)?.acts ?? []).length === 0) problems.push({ code: 'year-without-source', date: first })
    let works = false
    for (let date = first; yearOf(date) === year && !works; date = addDays(date, 1))
      works = dayOf(calendar, date)?.works ?? false
    if (!works) problems.push({ code: 'no-working-day', date: first })
  }
  return problems
}
