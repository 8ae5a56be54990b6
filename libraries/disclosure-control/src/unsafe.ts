import type { Cell } from './cell.ts'

/** What makes a cell unsafe to publish. */
export interface Rule {
  /** Cells that count at least one and fewer than this are hidden; 3 or more. */
  readonly threshold: number
  /** Sums are hidden where the so many largest contributors bring more than this share (0 to 1) of them. */
  readonly dominance?: { readonly largest: number; readonly share: number }
}

/** Whether a cell may not be shown by itself (primary suppression). */
export function isUnsafe({ count, dominated }: Cell, { threshold }: Rule): boolean {
  return (count > 0 && count < threshold) || dominated === true
}

/** Whether few contributors bring most of a sum: the (n, k) rule of dominance. Contributions are not negative. */
export function isDominated(contributions: readonly number[], dominance: Rule['dominance']): boolean {
  if (dominance === undefined) return false
  const sum = contributions.reduce((all, one) => all + one, 0)
  const largest = contributions.toSorted((one, other) => other - one).slice(0, dominance.largest)
  return sum > 0 && largest.reduce((all, one) => all + one, 0) > dominance.share * sum
}
