import type { ColumnOutcome } from '@tereze/dmn'
import type { FeelValue } from '@tereze/feel'

/** Whether a person is entitled, and to how much: hundredths of the unit of money, so that sums are exact. */
export interface Standing {
  readonly isEntitled: boolean
  readonly amount: number
}

/** What a change of a rule means for a group of people; sums are hundredths of the unit of money. */
export interface ChangeCounts {
  people: number
  entitledBefore: number
  entitledAfter: number
  gain: number
  lose: number
  /** Entitled before and after, to more or to less. */
  more: number
  less: number
  sumBefore: number
  sumAfter: number
}

/** What a change of a rule means, by group and by how much a person has more or less; names nobody. JSON, so that it can be kept. */
export interface ChangeTally {
  readonly groups: Record<string, ChangeCounts>
  /** People by the lower bound of their difference, in steps of the width; those whose sum stays are not in it. */
  readonly differences: Record<string, number>
}

/** A tally of nobody. */
export const nobody = (): ChangeTally => ({ groups: {}, differences: {} })

const noCounts = (): ChangeCounts => ({
  people: 0,
  entitledBefore: 0,
  entitledAfter: 0,
  gain: 0,
  lose: 0,
  more: 0,
  less: 0,
  sumBefore: 0,
  sumAfter: 0,
})

/** Standings by position; what a rule of a table gives is read once, and only what no rule decides is read for each person. */
function standingsOf(outcome: ColumnOutcome, read: (value: FeelValue) => Standing): (position: number) => Standing {
  const known = new Map<number, Standing>()
  return position => {
    const rule = outcome.rules[position] ?? -2
    const before = known.get(rule)
    if (before !== undefined) return before
    const standing = read(outcome.at(position))
    if (rule !== -2) known.set(rule, standing)
    return standing
  }
}

function count(counts: ChangeCounts, before: Standing, after: Standing, difference: number): void {
  counts.people++
  counts.sumBefore += before.amount
  counts.sumAfter += after.amount
  if (before.isEntitled) counts.entitledBefore++
  if (after.isEntitled) counts.entitledAfter++
  if (before.isEntitled !== after.isEntitled) counts[after.isEntitled ? 'gain' : 'lose']++
  else if (difference !== 0) counts[difference > 0 ? 'more' : 'less']++
}

/**
 * Adds a portion of the population to a tally: the rule in force beside the one that is tried. Changes the tally given. Pure otherwise.
 * @param groupOf code of the group of the person at a position.
 * @param width of a step of the differences, in hundredths.
 */
export function tallyChange(
  tally: ChangeTally,
  { before, after }: { readonly before: ColumnOutcome; readonly after: ColumnOutcome },
  read: (value: FeelValue) => Standing,
  groupOf: (position: number) => string,
  width: number,
): void {
  const [beforeAt, afterAt] = [standingsOf(before, read), standingsOf(after, read)]
  const groups = new Map(Object.entries(tally.groups))
  const differences = new Map(Object.entries(tally.differences).map(([bound, people]) => [Number(bound), people]))
  for (let position = 0; position < after.length; position++) {
    const [was, becomes] = [beforeAt(position), afterAt(position)]
    const difference = becomes.amount - was.amount
    const code = groupOf(position)
    let counts = groups.get(code)
    if (counts === undefined) {
      counts = noCounts()
      groups.set(code, counts)
    }
    count(counts, was, becomes, difference)
    if (difference === 0) continue
    const bound = Math.floor(difference / width) * width
    differences.set(bound, (differences.get(bound) ?? 0) + 1)
  }
  Object.assign(tally.groups, Object.fromEntries(groups))
  Object.assign(tally.differences, Object.fromEntries(differences))
}
