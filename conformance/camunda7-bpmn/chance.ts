/** A reproducible source of choices. */
export interface Chance {
  /** A whole number from 0 to below − 1. */
  below(limit: number): number
  /** True so often, 0 to 1. */
  often(share: number): boolean
  /** One of some values; there must be one. */
  one<T>(values: readonly T[]): T
}

/** The same seed gives the same choices (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    often: share => next() < share,
    one: values => {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('nothing to choose from')
      return value
    },
  }
}
