import type { Cell } from './cell.ts'

/** What makes a cell unsafe to publish. */
export interface Rule {
  /** Cells that count at least one and fewer than this are hidden; 3 or more. */
  readonly threshold: number
}

/** Whether a cell may not be shown by itself (primary suppression). */
export function isUnsafe({ count, dominated }: Cell, { threshold }: Rule): boolean {
  return (count > 0 && count < threshold) || dominated === true
}

/**
 * Whether few contributors bring most of a sum: the (n, k) rule of dominance.
 * @param largest what the n largest contributors bring together; none is negative.
 * @param share k, from 0 to 1; undefined where the rule does not apply.
 */
export function isDominated(largest: number, sum: number, share: number | undefined): boolean {
  return share !== undefined && sum > 0 && largest > share * sum
}
