import { addDays, type Calendar, instantOf, workingDaysBetween } from '@tereze/working-time'
import type { Escalation } from '../definition/service.ts'

/** A term that somebody is to hear of. */
export interface Watched {
  readonly to: string
  /** Whether the term is over by then, or only near. */
  readonly over: boolean
  /** Instant, ISO 8601. */
  readonly at: string
}

/** Escalations as a user task names them in `tereze:escalate`: one or a list, as JSON. */
export function escalationsOf(text: string | undefined): readonly Escalation[] {
  if (text === undefined) return []
  const value = JSON.parse(text) as Escalation | readonly Escalation[]
  return Array.isArray(value) ? value : [value as Escalation]
}

/** The local date so many working days before another; the other itself where the calendar does not reach. */
function daysBefore(calendar: Calendar, date: string, days: number): string {
  for (let earlier = date; ; earlier = addDays(earlier, -1)) {
    const counted = workingDaysBetween(calendar, earlier, date)
    if (!counted.ok) return date
    if (counted.value >= days) return earlier
  }
}

/** When those whom a term concerns hear of it: at its end, or when the day begins that is so many working days before its last. */
export function watchedTimes(
  escalations: readonly Escalation[],
  term: { readonly date: string; readonly at: string },
  calendar: Calendar,
  zone: string,
): Watched[] {
  return escalations.map(({ to, before }) =>
    before === undefined
      ? { to, over: true, at: term.at }
      : { to, over: false, at: instantOf(daysBefore(calendar, term.date, before.workingDays), 0, zone) },
  )
}
