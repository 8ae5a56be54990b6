import { addDuration, parseDuration, parseInstant } from '@tereze/working-time'
import type { Moment } from '../expression/evaluate.ts'
import { isCron, nextCron } from './cron.ts'

/** When a timer is due first, and how it repeats. */
export interface Schedule {
  readonly at: string
  readonly again?: Again
}

/** How a timer repeats: how many more times (null: without end), every how long, and until when at the latest. */
export interface Again {
  readonly left: number | null
  readonly every: string
  readonly until?: string
}

/** The instant one period after another, or undefined when the period is neither a duration nor a cron expression. */
export function after(instant: string, every: string, zone: string): string | undefined {
  if (isCron(every)) return nextCron(every, instant, zone)
  const duration = parseDuration(every)
  return duration && addDuration(instant, duration, zone)
}

function cycleOf(text: string, moment: Moment): Schedule | undefined {
  if (isCron(text)) {
    const at = nextCron(text, moment.now, moment.zone)
    return at === undefined ? undefined : { at, again: { left: null, every: text } }
  }
  const match = /^R(\d*)\/(?:([^P/]+)\/)?(P[^/]+)(?:\/([^P/]+))?$/.exec(text)
  const [, times, start, every, end] = match ?? []
  if (every === undefined || (start !== undefined && end !== undefined)) return undefined
  const [begin, until] = [start, end].map(one => (one === undefined ? undefined : parseInstant(one, moment.zone)))
  if ((start !== undefined && begin === undefined) || (end !== undefined && until === undefined)) return undefined
  const again: Again = {
    left: times === '' ? null : Number(times) - 1,
    every,
    ...(until === undefined ? {} : { until }),
  }
  if (again.left === -1) return undefined
  if (begin !== undefined && begin > moment.now) return { at: begin, again }
  if (begin !== undefined) return next(begin, again, moment)
  const at = after(moment.now, every, moment.zone)
  return at === undefined || (until !== undefined && at > until) ? undefined : { at, again }
}

/** Most periods that are passed over in one go. */
const mostPassed = 100_000

/**
 * The next occurrence of a repeating timer that is not over yet, passing over those that were missed: after a downtime
 * it catches up once, by the occurrence that was due, and goes on with the next one to come (ISO 8601 keeps the rhythm).
 * Undefined when none is left.
 */
export function next(last: string, again: Again, moment: Moment): Schedule | undefined {
  let { left } = again
  let at: string | undefined = last
  for (let passed = 0; passed < mostPassed; passed++) {
    if (left === 0) return undefined
    at = after(at, again.every, moment.zone)
    if (at === undefined || (again.until !== undefined && at > again.until)) return undefined
    if (left !== null) left--
    if (at > moment.now) return { at, again: { ...again, left } }
  }
  // A period so short is not kept in rhythm any more.
  at = after(moment.now, again.every, moment.zone)
  return at === undefined ? undefined : { at, again: { ...again, left } }
}

/** When a timer with this text is due, counted from now; undefined when the text is not of its kind. */
export function scheduleOf(kind: 'date' | 'duration' | 'cycle', text: string, moment: Moment): Schedule | undefined {
  if (kind === 'cycle') return cycleOf(text, moment)
  const at = kind === 'date' ? parseInstant(text, moment.zone) : after(moment.now, text, moment.zone)
  return at === undefined ? undefined : { at }
}
