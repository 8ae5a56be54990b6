import { hoursOf } from './calendar.ts'
import type { Calendar } from './calendar-data.ts'
import { addDays, type CivilDate, dateOfDayNumber, dayNumber, yearOf } from './civil.ts'
import { knownDay } from './days.ts'
import { type DeadlineRefusal, Refused } from './refusal.ts'
import { type Instant, localDateOf, localTimeOf } from './zone.ts'

/** How much time is left until a deadline. Negative once it has passed. */
export interface Remaining {
  /** Working days after today up to and including the last day. */
  readonly workingDays: number
  readonly calendarDays: number
  /** The last day is over. */
  readonly overdue: boolean
}

function attempt<T>(
  work: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: DeadlineRefusal } {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

/** Of each year of a calendar, how many working days it has until the end of each of its days; made once for each year. */
const counted = new WeakMap<Calendar, Map<number, Uint16Array>>()

function countsOf(calendar: Calendar, year: number): Uint16Array {
  let years = counted.get(calendar)
  if (years === undefined) {
    years = new Map()
    counted.set(calendar, years)
  }
  let counts = years.get(year)
  if (counts === undefined) {
    const first = dayNumber(newYear(year))
    counts = new Uint16Array(dayNumber(newYear(year + 1)) - first)
    let days = 0
    for (const index of counts.keys()) {
      if (knownDay(calendar, dateOfDayNumber(first + index)).works) days++
      counts[index] = days
    }
    years.set(year, counts)
  }
  return counts
}

const newYear = (year: number): CivilDate => `${String(year).padStart(4, '0')}-01-01`

/** Working days of the year of a date up to and including it. */
function sinceNewYear(calendar: Calendar, date: CivilDate): number {
  const year = yearOf(date)
  return countsOf(calendar, year)[dayNumber(date) - dayNumber(newYear(year))] ?? 0
}

/** Working days after one date up to and including another; negative when the other is earlier. */
function between(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  if (to === from) return 0
  if (to < from) {
    const days = between(calendar, to, from)
    return days === 0 ? 0 : -days
  }
  const first = yearOf(addDays(from, 1))
  let days = yearOf(from) === first ? -sinceNewYear(calendar, from) : 0
  for (let year = first; year < yearOf(to); year++) days += countsOf(calendar, year).at(-1) ?? 0
  return days + sinceNewYear(calendar, to)
}

/** Working days after one date up to and including another, or why that cannot be told. */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate) {
  return attempt(() => between(calendar, from, to))
}

/** What is left of a term whose last day is known, counted from now. */
export function remaining(input: {
  readonly now: Instant
  readonly date: CivilDate
  readonly calendar: Calendar
  readonly zone?: string
}) {
  const { now, date, calendar, zone = calendar.zone } = input
  return attempt((): Remaining => {
    const today = localDateOf(now, zone)
    return {
      workingDays: between(calendar, today, date),
      calendarDays: dayNumber(date) - dayNumber(today),
      overdue: today > date,
    }
  })
}

/** Whether an organisation works at an instant. */
export function worksAt(calendar: Calendar, at: Instant, zone = calendar.zone) {
  return attempt(() => {
    const { date, minutes } = localTimeOf(at, zone)
    return hoursOf(calendar, knownDay(calendar, date)).some(([from, to]) => minutes >= from && minutes < to)
  })
}
