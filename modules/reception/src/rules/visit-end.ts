import { instantOf } from '@tereze/working-time'

const hour = 3_600_000

/** When a visit ends by itself: after an hour, or when the hall closes that day, whichever comes first. @param at.closes `20:00` on the wall clock. */
export function visitEnd(
  now: Date,
  at: { readonly day: string; readonly closes: string; readonly zone: string },
): Date {
  const minutes = Number(at.closes.slice(0, 2)) * 60 + Number(at.closes.slice(3, 5))
  return new Date(Math.min(now.getTime() + hour, Date.parse(instantOf(at.day, minutes, at.zone))))
}
