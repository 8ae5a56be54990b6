import type { CivilDate } from './civil.ts'
import type { DeadlineRules } from './rules.ts'
import type { Term } from './term.ts'
import { type Instant, localDateOf } from './zone.ts'

/** A time in which a term does not run; without `to` it is still suspended. */
export interface Suspension {
  readonly from: Instant
  /** When its end condition was met: the answer came, the other decision was taken. */
  readonly to?: Instant
  /** How long it may last, counted from `from`; it ends then even if the condition is not met. */
  readonly limit?: Term
  /** The legal ground, an act and its article or the id of a ground of the regulation. */
  readonly ground?: string
  /** The act by which it was ordered, as its number or id. */
  readonly act?: string
}

/**
 * Suspensions in order, those that touch or overlap as one: an act that takes over from another leaves no day between them,
 * however the time is cut up.
 */
export function joined(suspensions: readonly Suspension[]): readonly Suspension[] {
  const whole: Suspension[] = []
  for (const next of suspensions.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const last = whole.at(-1)
    if (last === undefined || (last.to !== undefined && Date.parse(last.to) < Date.parse(next.from))) whole.push(next)
    else if (last.to !== undefined && (next.to === undefined || Date.parse(next.to) > Date.parse(last.to))) {
      const { to: _to, ...open } = last
      whole[whole.length - 1] = next.to === undefined ? open : { ...open, to: next.to }
    }
  }
  return whole
}

/** Whether a day is not counted because of a suspension: from its first day, or the next, to the day before it ends, or that day. */
export function suspendedOn(
  suspensions: readonly Suspension[],
  rules: DeadlineRules,
  zone: string,
): (date: CivilDate) => boolean {
  const ranges = suspensions.map(({ from, to }) => ({
    from: localDateOf(from, zone),
    to: to === undefined ? undefined : localDateOf(to, zone),
  }))
  const { dayOfSuspensionCounts, dayOfResumptionCounts = true } = rules.suspension
  return date =>
    ranges.some(
      ({ from, to }) =>
        (dayOfSuspensionCounts ? date > from : date >= from) &&
        (to === undefined || (dayOfResumptionCounts ? date < to : date <= to && to > from)),
    )
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
