import type { Package } from '@tereze/catalogue/contract'
import {
  type Calendar,
  type CaseDeadlineInput,
  caseDeadline,
  type DeadlineResult,
  type DeadlineRules,
  type Extension,
  type Stage,
  type StageDeadlinesResult,
  type Suspension,
  stageDeadlines,
  type Term as WorkingTerm,
  workingDaysBetween,
} from '@tereze/working-time'
import type { Term } from '../definition/service.ts'

/** The calendar does not cover the years that a term reaches into; the jurisdiction's data must be extended. */
export class CalendarUncovered extends Error {}

/** The calendar of a jurisdiction. */
export function calendarOf(jurisdiction: Package): Calendar {
  return jurisdiction.json.get('calendar.json') as unknown as Calendar
}

/** How a jurisdiction counts terms. */
export function deadlineRulesOf(jurisdiction: Package): DeadlineRules {
  return jurisdiction.json.get('deadline-rules.json') as unknown as DeadlineRules
}

/** What a term is counted from: the instant, the region whose days count, the date whose calendar is known, and the acts that moved it. */
export interface Counting {
  readonly term: Term
  /** Instant, ISO 8601. */
  readonly from: string
  /** Region whose days count besides the country's; null: only those. */
  readonly region: string | null
  /** The date whose knowledge of the calendar counts. */
  readonly asOf: string
  readonly suspensions: readonly Suspension[]
  readonly extensions: readonly Extension[]
}

function inputOf(jurisdiction: Package, zone: string, counting: Counting): CaseDeadlineInput {
  const { term, region, ...rest } = counting
  return {
    ...rest,
    term: term as WorkingTerm,
    calendar: calendarOf(jurisdiction),
    rules: deadlineRulesOf(jurisdiction),
    zone,
    ...(region === null ? {} : { region }),
  }
}

/** When a term ends by the calendar and rules of a jurisdiction, with its trace, or why that cannot be told. */
export function countDeadline(jurisdiction: Package, zone: string, counting: Counting): DeadlineResult {
  return caseDeadline(inputOf(jurisdiction, zone, counting))
}

/** When the stages of a case end, none after the case. */
export function countStages(
  jurisdiction: Package,
  zone: string,
  counting: Counting,
  stages: readonly Stage[],
): StageDeadlinesResult {
  return stageDeadlines({ ...inputOf(jurisdiction, zone, counting), stages })
}

/** A count that must succeed. @throws CalendarUncovered when the calendar says nothing about a year that the term reaches. */
export function mustCount(jurisdiction: Package, zone: string, counting: Counting): DeadlineResult & { ok: true } {
  const result = countDeadline(jurisdiction, zone, counting)
  if (result.ok) return result
  throw new CalendarUncovered(`${jurisdiction.id}: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`)
}

/**
 * The last local date of a term that begins at an instant, and the instant at which it is over, by the jurisdiction's calendar as
 * it is known then.
 * @param region whose days count besides the country's.
 * @throws CalendarUncovered when the calendar says nothing about a year that the term reaches.
 */
export function dueOf(
  jurisdiction: Package,
  zone: string,
  from: Date,
  term: Term,
  region: string | null,
): { readonly date: string; readonly at: string } {
  const asOf = from.toISOString().slice(0, 10)
  return mustCount(jurisdiction, zone, {
    term,
    from: from.toISOString(),
    region,
    asOf,
    suspensions: [],
    extensions: [],
  })
}

/** The local date on which a term that begins at an instant ends; see `dueOf`. */
export function deadlineOf(
  jurisdiction: Package,
  zone: string,
  from: Date,
  term: Term,
  region: string | null = null,
): string {
  return dueOf(jurisdiction, zone, from, term, region).date
}

/** The instant at which a term that begins at an instant has run out: the end of its last day, or of its last hour. */
export function endOfTerm(
  jurisdiction: Package,
  zone: string,
  from: Date,
  term: Term,
  region: string | null = null,
): Date {
  return new Date(dueOf(jurisdiction, zone, from, term, region).at)
}

/** Working days left until a date, today not counted; negative when it has passed; null where the calendar does not reach. */
export function daysLeft(jurisdiction: Package, today: string, date: string): number | null {
  const counted = workingDaysBetween(calendarOf(jurisdiction), today, date)
  return counted.ok ? counted.value : null
}
