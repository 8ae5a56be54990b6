import type { CivilDate } from './civil.ts'
import type { DeadlineRules } from './rules.ts'
import { type Instant, localDateOf } from './zone.ts'

/** A time in which a term does not run; without `to` it is still suspended. */
export interface Suspension {
  readonly from: Instant
  readonly to?: Instant
}

/** Whether a day is not counted because of a suspension: from its first day, or the next, to the day before it ends. */
export function suspendedOn(
  suspensions: readonly Suspension[],
  rules: DeadlineRules,
  zone: string,
): (date: CivilDate) => boolean {
  const ranges = suspensions.map(({ from, to }) => ({
    from: localDateOf(from, zone),
    to: to === undefined ? undefined : localDateOf(to, zone),
  }))
  const first = rules.suspension.dayOfSuspensionCounts
  return date => ranges.some(({ from, to }) => (first ? date > from : date >= from) && (to === undefined || date < to))
}

/** Milliseconds of an interval in which the term was suspended; suspensions that overlap count once. */
export function suspendedMs(suspensions: readonly Suspension[], from: number, to: number): number {
  const ranges = suspensions
    .map(
      suspension =>
        [
          Math.max(Date.parse(suspension.from), from),
          Math.min(suspension.to === undefined ? to : Date.parse(suspension.to), to),
        ] as const,
    )
    .filter(([start, end]) => start < end)
    .sort(([a], [b]) => a - b)
  let total = 0
  let reached = from
  for (const [start, end] of ranges) {
    total += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return total
}
