import type { ChangeCounts } from './tally-change.ts'

/** Groups that may be told, with the groups that are too small to be told alone taken together. */
export interface ToldGroups {
  readonly groups: Readonly<Record<string, ChangeCounts>>
  /** All groups that are not told alone; null: there is none, or not even together they are large enough. */
  readonly rest: ChangeCounts | null
}

const added = (a: ChangeCounts, b: ChangeCounts): ChangeCounts =>
  Object.fromEntries(Object.entries(a).map(([name, value]) => [name, value + b[name as keyof ChangeCounts]])) as never

/**
 * Takes groups of fewer people than `least` together, so that nobody is known by a count. Where they are too few even together, the
 * smallest group that is large enough joins them: otherwise the sum of all would tell what is hidden. Pure.
 */
export function mergeSmallGroups(groups: Readonly<Record<string, ChangeCounts>>, least: number): ToldGroups {
  const bySize = Object.entries(groups).sort(([a, x], [b, y]) => x.people - y.people || (a < b ? -1 : 1))
  let rest: ChangeCounts | null = null
  let from = 0
  for (const [, counts] of bySize) {
    if (counts.people >= least && (rest === null || rest.people >= least)) break
    rest = rest === null ? counts : added(rest, counts)
    from++
  }
  const isEnough = rest !== null && rest.people >= least
  return { groups: Object.fromEntries(bySize.slice(from)), rest: isEnough ? rest : null }
}
