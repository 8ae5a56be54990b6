import { dayOf, hoursOf } from './calendar.ts'
import type { Calendar } from './calendar-data.ts'
import type { CivilDate } from './civil.ts'
import type { DeadlineRules } from './rules.ts'
import { endOfDay, type Instant, instantOf } from './zone.ts'

/** A last day, and how something is filed on it. */
export interface Filing {
  readonly date: CivilDate
  /** A way of filing that the rules name: `portal`, `post`, `counter`. */
  readonly way: string
  readonly calendar: Calendar
  readonly rules: DeadlineRules
  /** IANA zone of the organisation; the calendar's by default. */
  readonly zone?: string
}

/**
 * The instant at which the last day of a term is over for someone who files: the end of the day, or the hour at which the
 * office closes. A day on which the office is closed lasts to its end.
 */
export function lastMomentToFile({ date, way, calendar, rules, zone = calendar.zone }: Filing): Instant {
  const day = dayOf(calendar, date)
  const closes = day === undefined ? undefined : hoursOf(calendar, day).at(-1)?.[1]
  if (rules.filing?.[way] !== 'closing-hour' || closes === undefined) return endOfDay(date, zone)
  return instantOf(date, closes, zone)
}

/** Whether what was filed at an instant is in time for a last day: sent, posted or handed over before its last moment. */
export function isFiledInTime(filing: Filing & { readonly at: Instant }): boolean {
  return Date.parse(filing.at) < Date.parse(lastMomentToFile(filing))
}
