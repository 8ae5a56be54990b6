import { addDuration, parseDuration, parseInstant } from '@tereze/working-time'
import type { Moment } from '../expression/evaluate.ts'

/** When a timer is due first, and how it repeats. */
export interface Schedule {
  readonly at: string
  readonly again?: { readonly left: number | null; readonly every: string }
}

/** The instant one period after another, or undefined when the period is not a duration. */
export function after(instant: string, every: string, zone: string): string | undefined {
  const duration = parseDuration(every)
  return duration && addDuration(instant, duration, zone)
}

function cycleOf(text: string, moment: Moment): Schedule | undefined {
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
