import type { Calendar, Day, TimeOfDay } from './calendar-data.ts'
import { type CivilDate, weekday, yearOf } from './civil.ts'
import { editionOf } from './edition.ts'

/** What a calendar with all its amendments says about a date, or undefined when it does not cover the year. */
export function dayOf(calendar: Calendar, date: CivilDate): Day | undefined {
  const { years, days } = editionOf(calendar)
  if (!years.has(yearOf(date))) return undefined
  const special = days.get(date)
  const named = special ? { ...(special.name === undefined ? {} : { name: special.name }), source: special.source } : {}
  if (special?.kind === 'holiday') return { works: false, because: 'holiday', ...named }
  if (!special && calendar.weekend.includes(weekday(date))) return { works: false, because: 'weekend' }
  return { works: true, short: special?.kind === 'short' || special?.kind === 'working-short', ...named }
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
