import { addDuration, parseDuration, parseInstant } from '@tereze/working-time'
import type { Moment } from '../expression/evaluate.ts'
import { isCron, nextCron } from './cron.ts'

/** When a timer is due first, and how it repeats. */
export interface Schedule {
  readonly at: string
  readonly again?: { readonly left: number | null; readonly every: string }
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
  const match = /^R(\d*)\/(?:([^P/]+)\/)?(P.+)$/.exec(text)
  if (!match?.[3]) return undefined
  const [, times, start, every] = match
  const begin = start === undefined ? undefined : parseInstant(start, moment.zone)
  if (start !== undefined && begin === undefined) return undefined
  const at = begin !== undefined && begin > moment.now ? begin : after(begin ?? moment.now, every, moment.zone)
  const left = times === '' ? null : Number(times) - 1
  return at === undefined || left === -1 ? undefined : { at, again: { left, every } }
}

/** When a timer with this text is due, counted from now; undefined when the text is not of its kind. */
export function scheduleOf(kind: 'date' | 'duration' | 'cycle', text: string, moment: Moment): Schedule | undefined {
  if (kind === 'cycle') return cycleOf(text, moment)
  const at = kind === 'date' ? parseInstant(text, moment.zone) : after(moment.now, text, moment.zone)
  return at === undefined ? undefined : { at }
}
