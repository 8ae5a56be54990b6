import type { Severity } from '../definition/quality.ts'

/** How much a check of each severity weighs in the index. */
export const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 2, notice: 1 }

/** A rule with what was counted: null where no complete check has been done. */
export interface RuleCount {
  readonly severity: Severity
  readonly applies: number | null
  readonly open: number
}

/** What all checks weigh, and what the broken ones weigh. */
export interface Weighed {
  readonly weighed: number
  readonly broken: number
}

/** What the checks of rules weigh together; rules that were never checked completely count nothing. */
export function weigh(rules: readonly RuleCount[]): Weighed {
  return rules.reduce<Weighed>(
    (sum, { severity, applies, open }) => {
      if (applies === null) return sum
      const weight = weights[severity]
      // Between two complete checks more may be broken than the last one counted.
      return {
        weighed: sum.weighed + weight * Math.max(applies, open),
        broken: sum.broken + weight * open,
      }
    },
    { weighed: 0, broken: 0 },
  )
}

/** The index: the share of the weighed checks that hold, in percent with one decimal; null when nothing was checked. */
export function indexOf({ weighed, broken }: Weighed): number | null {
  if (weighed === 0) return null
  // Rounded down: 100 means that nothing is broken.
  return Math.floor(1000 * (1 - broken / weighed) + 1e-9) / 10
}

/** The index of a register on a day. */
export interface Point extends Weighed {
  readonly register: string
  /** `YYYY-MM-DD`. */
  readonly day: string
}

/** The index of an organisation on each day on which one of its registers has a point; a register without one keeps its last. */
export function historyOf(points: readonly Point[]): { day: string; index: number | null }[] {
  const days = [...new Set(points.map(({ day }) => day))].sort()
  const last = new Map<string, Weighed>()
  return days.map(day => {
    for (const point of points) if (point.day === day) last.set(point.register, point)
    const all = [...last.values()].reduce<Weighed>(
      (sum, one) => ({ weighed: sum.weighed + one.weighed, broken: sum.broken + one.broken }),
      { weighed: 0, broken: 0 },
    )
    return { day, index: indexOf(all) }
  })
}
