import { hoursOf } from './calendar.ts'
import type { Calendar } from './calendar-data.ts'
import { addDays, type CivilDate } from './civil.ts'
import {
  afterCalendarDays,
  afterMonths,
  afterWorkingDays,
  type Counting,
  clauseOf,
  knownDay,
  shiftLastDay,
  workingDayFrom,
} from './days.ts'
import { calendarLabel } from './edition.ts'
import { afterHours, afterWorkingHours } from './hours.ts'
import { type DeadlineRefusal, Refused } from './refusal.ts'
import type { DeadlineRules } from './rules.ts'
import { joined, type Suspension, suspendedOn } from './suspension.ts'
import { partsOf, type Term, type TermUnit } from './term.ts'
import type { Trace } from './trace.ts'
import { endOfDay, type Instant, instantOf, isZone, localDateOf, localTimeOf } from './zone.ts'

/** What a deadline is counted from. */
export interface DeadlineInput {
  /** The instant of the event that starts the term. */
  readonly from: Instant
  readonly term: Term
  readonly calendar: Calendar
  readonly rules: DeadlineRules
  /** IANA zone of the organisation; the calendar's by default. */
  readonly zone?: string
  readonly suspensions?: readonly Suspension[]
  /** Terms by which it was prolonged, each counted from the last day before. */
  readonly extensions?: readonly Term[]
  /** Version of the zone data of the runtime, kept in the trace. */
  readonly zoneData?: string
}

/** A deadline: the last local date, the instant at which it has passed, and how it came about. */
export type DeadlineResult =
  | { readonly ok: true; readonly date: CivilDate; readonly at: Instant; readonly trace: Trace }
  | { readonly ok: false; readonly refusal: DeadlineRefusal }

/** The day on which something counts as received. */
function receivedOn(counting: Counting, at: Instant): CivilDate {
  const { calendar, rules, zone, lines } = counting
  const { date, minutes } = localTimeOf(at, zone)
  lines.push({ rule: 'received', at, date })
  if (rules.receivedAfterHours === 'same-day') return date
  const day = knownDay(calendar, date)
  const closes = hoursOf(calendar, day).at(-1)?.[1]
  if (day.works && closes !== undefined && minutes < closes) return date
  const to = workingDayFrom(calendar, addDays(date, 1), 1)
  lines.push({ rule: 'receivedAfterHours', from: date, to, ...clauseOf(rules, 'receivedAfterHours') })
  return to
}

/** The day before the first day that counts. */
function anchorOf(counting: Counting, received: CivilDate): CivilDate {
  const { calendar, rules, lines } = counting
  const first =
    rules.start === 'same-day'
      ? received
      : rules.start === 'next-day'
        ? addDays(received, 1)
        : workingDayFrom(calendar, addDays(received, 1), 1)
  lines.push({ rule: 'start', date: first, ...clauseOf(rules, 'start') })
  return addDays(first, -1)
}

function lastDay(counting: Counting, unit: TermUnit, count: number, anchor: CivilDate): CivilDate {
  if (unit === 'workingDays') return afterWorkingDays(counting, anchor, count)
  if (unit === 'calendarDays')
    return shiftLastDay(counting, afterCalendarDays(counting, anchor, count), addDays(anchor, 1))
  return shiftLastDay(
    counting,
    afterMonths(counting, anchor, unit === 'years' ? count * 12 : count),
    addDays(anchor, 1),
  )
}

interface End {
  readonly date: CivilDate
  readonly at: Instant
}

function endOf(counting: Counting, from: Instant, term: Term, suspensions: readonly Suspension[]): End {
  const parts = partsOf(term)
  if (!parts) throw new Refused({ code: 'term-invalid', params: {} })
  const { unit, count } = parts
  if (unit === 'hours' || unit === 'workingHours') {
    const at =
      unit === 'hours' ? afterHours(from, count, suspensions) : afterWorkingHours(counting, from, count, suspensions)
    return { date: localDateOf(at, counting.zone), at }
  }
  const received = receivedOn(counting, from)
  const date =
    count === 0
      ? shiftLastDay(counting, received, received)
      : lastDay(counting, unit, count, anchorOf(counting, received))
  return { date, at: endOfDay(date, counting.zone) }
}

function extend(counting: Counting, end: End, by: Term, suspensions: readonly Suspension[]): End {
  const parts = partsOf(by)
  if (!parts) throw new Refused({ code: 'term-invalid', params: {} })
  const { unit, count } = parts
  const inHours = unit === 'hours' || unit === 'workingHours'
  const date = inHours || count === 0 ? end.date : lastDay(counting, unit, count, end.date)
  const longer = inHours ? endOf(counting, end.at, by, suspensions) : { date, at: endOfDay(date, counting.zone) }
  counting.lines.push({ rule: 'extension', by, date: longer.date })
  return longer
}

/** The instant from which a term runs anew: the end of the last suspension that fell into it. */
function restartOf(counting: Counting, from: Instant, term: Term, suspensions: readonly Suspension[]): Instant {
  let start = from
  for (const { from: since, to = since } of suspensions) {
    const { at } = endOf({ ...counting, lines: [] }, start, term, [])
    if (Date.parse(since) < Date.parse(at) && Date.parse(to) > Date.parse(start)) start = to
  }
  return start
}

function calculate(input: DeadlineInput, zone: string): DeadlineResult {
  const { calendar, rules, term, extensions = [] } = input
  const suspensions = joined(input.suspensions ?? [])
  const open = suspensions.find(suspension => suspension.to === undefined)
  if (open) throw new Refused({ code: 'suspended', params: { since: open.from } })
  const anew = rules.suspension.resumes === 'anew'
  const counted = anew ? [] : suspensions
  const counting: Counting = { calendar, rules, zone, suspended: suspendedOn(counted, rules, zone), lines: [] }
  const start = anew ? restartOf(counting, input.from, term, suspensions) : input.from
  if (start !== input.from)
    counting.lines.push({ rule: 'suspension', from: input.from, to: start, ...clauseOf(rules, 'suspension') })
  const first = endOf(counting, start, term, counted)
  const { date, at } = extensions.reduce((end, by) => extend(counting, end, by, counted), first)
  const trace: Trace = {
    calendar: calendarLabel(calendar),
    rules: rules.jurisdiction,
    zone,
    ...(input.zoneData === undefined ? {} : { zoneData: input.zoneData }),
    lines: counting.lines,
  }
  return { ok: true, date, at, trace }
}

/**
 * When a term ends. Pure: calendar, rules, suspensions and zone are given. A day of a year that the calendar does not
 * cover is refused, not guessed; so is a term that is suspended now.
 */
export function deadline(input: DeadlineInput): DeadlineResult {
  const zone = input.zone ?? input.calendar.zone
  if (!isZone(zone)) return { ok: false, refusal: { code: 'zone-unknown', params: { zone } } }
  try {
    return calculate(input, zone)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

/** The instant of a wall-clock time on a date in a zone, the calendar's by default, for reminders and openings. */
export function wallClock(calendar: Calendar, date: CivilDate, time: string, zone = calendar.zone): Instant {
  return instantOf(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)), zone)
}
