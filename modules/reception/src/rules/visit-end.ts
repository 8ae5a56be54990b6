import { endOfDay } from '@tereze/working-time'

const hour = 3_600_000

/** When a visit ends by itself: after an hour, or with the day of the hall, whichever comes first. */
export function visitEnd(now: Date, at: { readonly day: string; readonly zone: string }): Date {
  return new Date(Math.min(now.getTime() + hour, Date.parse(endOfDay(at.day, at.zone))))
}
