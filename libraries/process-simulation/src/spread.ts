/** How durations are spread, in seconds. */
export interface Spread {
  readonly count: number
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly p99: number
  readonly most: number
}

const seconds = (ms: number) => Math.round(ms) / 1000

/** The spread of durations in milliseconds (percentiles by nearest rank); null when there are none. */
export function spreadOf(durations: readonly number[]): Spread | null {
  if (durations.length === 0) return null
  const sorted = Float64Array.from(durations).sort()
  const rank = (share: number) => seconds(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0)
  const sum = sorted.reduce((total, one) => total + one, 0)
  return {
    count: sorted.length,
    mean: seconds(sum / sorted.length),
    p50: rank(0.5),
    p90: rank(0.9),
    p99: rank(0.99),
    most: rank(1),
  }
}
