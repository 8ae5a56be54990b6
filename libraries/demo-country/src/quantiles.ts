import type { Quantiles } from './parameters.ts'
import type { Random } from './random.ts'

/** Draws a whole number from a cumulative table, straight between its points. */
export function draw(random: Random, table: Quantiles): number {
  const at = random.below(10_000) / 100
  let [fromValue, fromShare] = table[0] ?? [0, 0]
  for (const [value, share] of table.slice(1)) {
    if (at < share) return Math.floor(fromValue + ((at - fromShare) / (share - fromShare)) * (value - fromValue))
    fromValue = value
    fromShare = share
  }
  return fromValue
}
