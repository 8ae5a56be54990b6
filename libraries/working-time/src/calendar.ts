import { addDays, type CivilDate, isCivilDate, weekday, yearOf } from './civil.ts'

/** Time of day `HH:MM` on the wall clock. */
export type TimeOfDay = string

/** A day that differs from the weekly rule, with the act that says so. */
export interface SpecialDay {
  readonly date: CivilDate
  /** `holiday`: not worked; `working`: a day of the weekend that is worked; `short`: worked with fewer hours. */
  readonly kind: 'holiday' | 'working' | 'short'
  /** Key of a message. */
  readonly name?: string
  readonly source: string
}

/** When people work on a working day. */
export interface WorkingHours {
  readonly from: TimeOfDay
  readonly to: TimeOfDay
  readonly break?: { readonly from: TimeOfDay; readonly to: TimeOfDay }
  /** End of a short day; without it a short day is as long as others. */
  readonly shortTo?: TimeOfDay
}

/** A working calendar: versioned data. Nothing is said about years that are not in `years`. */
export interface Calendar {
  readonly format: 1
  readonly id: string
  readonly version: string
  /** IANA zone of its dates and hours. */
  readonly zone: string
  /** The whole years it covers. */
  readonly years: readonly number[]
  /** ISO days of the week that are not worked, Monday = 1. */
  readonly weekend: readonly number[]
  readonly days: readonly SpecialDay[]
  readonly hours: WorkingHours
}

/** What a calendar says about a date. `name` and `source` come from the special day. */
export type Day =
  | { readonly works: true; readonly short: boolean; readonly name?: string; readonly source?: string }
  | { readonly works: false; readonly because: 'weekend' | 'holiday'; readonly name?: string; readonly source?: string }

const indexes = new WeakMap<
  Calendar,
  { readonly years: ReadonlySet<number>; readonly days: ReadonlyMap<CivilDate, SpecialDay> }
>()

function indexOf(calendar: Calendar) {
  let index = indexes.get(calendar)
  if (!index) {
    index = { years: new Set(calendar.years), days: new Map(calendar.days.map(day => [day.date, day])) }
    indexes.set(calendar, index)
  }
  return index
}

/** What a calendar says about a date, or undefined when it does not cover the year. */
export function dayOf(calendar: Calendar, date: CivilDate): Day | undefined {
  const { years, days } = indexOf(calendar)
  if (!years.has(yearOf(date))) return undefined
  const special = days.get(date)
  const named = special ? { ...(special.name === undefined ? {} : { name: special.name }), source: special.source } : {}
  if (special?.kind === 'holiday') return { works: false, because: 'holiday', ...named }
  if (!special && calendar.weekend.includes(weekday(date))) return { works: false, because: 'weekend' }
  return { works: true, short: special?.kind === 'short', ...named }
}

/** What is wrong with a calendar as data. */
export interface CalendarProblem {
  readonly code:
    | 'date-invalid'
    | 'date-twice'
    | 'year-not-covered'
    | 'works-already'
    | 'is-free-already'
    | 'hours-invalid'
    | 'no-working-day'
  readonly date?: CivilDate
}

function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The hours worked on a date, in minutes since midnight; none on a day off. */
export function hoursOf(calendar: Calendar, day: Day): readonly (readonly [from: number, to: number])[] {
  if (!day.works) return []
  const { from, to, shortTo } = calendar.hours
  const end = day.short && shortTo !== undefined ? minutesOf(shortTo) : minutesOf(to)
  const pause = calendar.hours.break
  if (!pause) return [[minutesOf(from), end]]
  const pieces = [
    [minutesOf(from), Math.min(minutesOf(pause.from), end)],
    [minutesOf(pause.to), end],
  ] as const
  return pieces.filter(([start, stop]) => start < stop)
}

/** Looks for contradictions in a calendar: dates twice, outside of its years, or special without being so. */
export function checkCalendar(calendar: Calendar): readonly CalendarProblem[] {
  const problems: CalendarProblem[] = []
  const seen = new Set<CivilDate>()
  for (const { date, kind } of calendar.days) {
    if (!isCivilDate(date)) problems.push({ code: 'date-invalid', date })
    else {
      if (seen.has(date)) problems.push({ code: 'date-twice', date })
      if (!calendar.years.includes(yearOf(date))) problems.push({ code: 'year-not-covered', date })
      const free = calendar.weekend.includes(weekday(date))
      if (kind === 'working' && !free) problems.push({ code: 'works-already', date })
      if (kind === 'short' && free) problems.push({ code: 'is-free-already', date })
    }
    seen.add(date)
  }
  if (hoursOf(calendar, { works: true, short: false }).length === 0) problems.push({ code: 'hours-invalid' })
  for (const year of calendar.years) {
    let works = false
    for (let date = `${year}-01-01`; yearOf(date) === year && !works; date = addDays(date, 1))
      works = dayOf(calendar, date)?.works ?? false
    if (!works) problems.push({ code: 'no-working-day', date: `${year}-01-01` })
  }
  return problems
}
