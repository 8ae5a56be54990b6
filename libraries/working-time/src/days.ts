import { dayOf } from './calendar.ts'
import type { Calendar, Day } from './calendar-data.ts'
import { addDays, addMonths, type CivilDate, dayNumber, yearOf } from './civil.ts'
import { calendarLabel } from './edition.ts'
import { Refused } from './refusal.ts'
import type { DeadlineRules } from './rules.ts'
import type { TraceLine } from './trace.ts'

/** One calculation: calendar and rules, what is suspended, and the trace as it grows. */
export interface Counting {
  readonly calendar: Calendar
  readonly rules: DeadlineRules
  readonly zone: string
  readonly suspended: (date: CivilDate) => boolean
  readonly lines: TraceLine[]
}

/** What the calendar says about a date; an uncovered year ends the calculation. */
export function knownDay(calendar: Calendar, date: CivilDate): Day {
  const day = dayOf(calendar, date)
  if (!day)
    throw new Refused({
      code: 'year-not-covered',
      params: { calendar: calendarLabel(calendar), year: yearOf(date) },
    })
  return day
}

/** The clause behind a rule, for a line of the trace. */
export function clauseOf(rules: DeadlineRules, rule: string): { clause?: string } {
  const clause = rules.clauses?.[rule]
  return clause === undefined ? {} : { clause }
}

/** The first working day in a direction, beginning with the date itself. */
export function workingDayFrom(calendar: Calendar, date: CivilDate, direction: 1 | -1): CivilDate {
  let at = date
  while (!knownDay(calendar, at).works) at = addDays(at, direction)
  return at
}

type NotCounted = TraceLine & { rule: 'notCounted' }

function skip(counting: Counting, date: CivilDate, line: Omit<NotCounted, 'rule' | 'from' | 'to'>): void {
  const last = counting.lines.at(-1)
  const joins =
    last?.rule === 'notCounted' &&
    last.because === line.because &&
    last.name === line.name &&
    addDays(last.to, 1) === date
  if (joins) counting.lines[counting.lines.length - 1] = { ...last, to: date }
  else counting.lines.push({ rule: 'notCounted', from: date, to: date, ...line })
}

/** Whether a day counts for a term in working days; if not, the trace says why. */
function countsAsWorking(counting: Counting, date: CivilDate): boolean {
  if (counting.suspended(date)) {
    skip(counting, date, { because: 'suspension', ...clauseOf(counting.rules, 'suspension') })
    return false
  }
  const day = knownDay(counting.calendar, date)
  const named = {
    ...(day.name === undefined ? {} : { name: day.name }),
    ...(day.source === undefined ? {} : { source: day.source }),
  }
  if (!day.works) skip(counting, date, { because: day.because, ...named })
  else if (day.short && !counting.rules.shortDayCounts)
    skip(counting, date, { because: 'short-day', ...named, ...clauseOf(counting.rules, 'shortDayCounts') })
  else return true
  return false
}

/** The day on which the n-th working day after an anchor falls; `n` ≥ 1. */
export function afterWorkingDays(counting: Counting, anchor: CivilDate, n: number): CivilDate {
  let at = anchor
  for (let left = n; left > 0; ) {
    at = addDays(at, 1)
    if (countsAsWorking(counting, at)) left--
  }
  return at
}

/** The n-th day after an anchor that is not suspended; `n` ≥ 1. */
export function afterCalendarDays(counting: Counting, anchor: CivilDate, n: number): CivilDate {
  let at = anchor
  for (let left = n; left > 0; ) {
    at = addDays(at, 1)
    if (counting.suspended(at)) skip(counting, at, { because: 'suspension', ...clauseOf(counting.rules, 'suspension') })
    else left--
  }
  return at
}

/** The day with the anchor's number so many months later, and as many days more as were suspended meanwhile. */
export function afterMonths(counting: Counting, anchor: CivilDate, months: number): CivilDate {
  let end = addMonths(anchor, months)
  if (end.slice(8) !== anchor.slice(8)) {
    if (counting.rules.monthWithoutDay === 'first-of-next') end = addDays(end, 1)
    counting.lines.push({ rule: 'monthWithoutDay', date: end, ...clauseOf(counting.rules, 'monthWithoutDay') })
  }
  return afterCalendarDays(counting, anchor, dayNumber(end) - dayNumber(anchor))
}

/** The last day of a calendar term, moved when it is not worked; never back to before what it is counted from. */
export function shiftLastDay(counting: Counting, date: CivilDate, earliest: CivilDate): CivilDate {
  const { calendar, rules, lines } = counting
  if (rules.endsOnNonWorkingDay === 'same-day' || knownDay(calendar, date).works) return date
  const back = rules.endsOnNonWorkingDay === 'previous-working-day' ? workingDayFrom(calendar, date, -1) : undefined
  const to = back !== undefined && back >= earliest ? back : workingDayFrom(calendar, date, 1)
  lines.push({ rule: 'endsOnNonWorkingDay', from: date, to, ...clauseOf(rules, 'endsOnNonWorkingDay') })
  return to
}
