import type { Package } from '@tereze/catalogue/contract'
import { type Calendar, type DeadlineRules, deadline, endOfDay, workingDaysBetween } from '@tereze/working-time'
import type { Term } from '../definition/service.ts'

/** The calendar does not cover the years that a term reaches into; the jurisdiction's data must be extended. */
export class CalendarUncovered extends Error {}

function calendarOf(jurisdiction: Package): Calendar {
  return jurisdiction.json.get('calendar.json') as unknown as Calendar
}

function rulesOf(jurisdiction: Package): DeadlineRules {
  return jurisdiction.json.get('deadline-rules.json') as unknown as DeadlineRules
}

/**
 * The local date on which a term that begins at an instant ends, by the jurisdiction's calendar and rules.
 * @throws CalendarUncovered when the calendar says nothing about a year that the term reaches.
 */
export function deadlineOf(jurisdiction: Package, zone: string, from: Date, term: Term): string {
  const result = deadline({
    from: from.toISOString(),
    term: term as never,
    calendar: calendarOf(jurisdiction),
    rules: rulesOf(jurisdiction),
    zone,
  })
  if (!result.ok)
    throw new CalendarUncovered(`${jurisdiction.id}: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`)
  return result.date
}

/** The instant at which a term that begins now has run out. */
export function endOfTerm(jurisdiction: Package, zone: string, from: Date, term: Term): Date {
  return new Date(endOfDay(deadlineOf(jurisdiction, zone, from, term), zone))
}

/** Working days left until a date, today not counted; negative when it has passed; null where the calendar does not reach. */
export function daysLeft(jurisdiction: Package, today: string, date: string): number | null {
  const counted = workingDaysBetween(calendarOf(jurisdiction), today, date)
  return counted.ok ? counted.value : null
}
