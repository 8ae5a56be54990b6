/** Lets so many messages through in a minute, evenly refilled; one bucket for each key, on this node. */
export interface RateLimit {
  /** Takes one; 0 when it was there, else the seconds until there is one again. */
  take(key: string, perMinute: number, now: Date): number
}

const mostKeys = 10_000

/** Token buckets in memory; what was not used for long is forgotten first. */
export function createRateLimit(): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(key, perMinute, now) {
      const at = now.getTime()
      const before = buckets.get(key) ?? { left: perMinute, at }
      const refilled = Math.min(perMinute, before.left + (Math.max(0, at - before.at) * perMinute) / 60_000)
      const allowed = refilled >= 1
      buckets.delete(key)
      buckets.set(key, { left: allowed ? refilled - 1 : refilled, at })
      if (buckets.size > mostKeys) for (const oldest of buckets.keys()) if (buckets.delete(oldest)) break
      return allowed ? 0 : Math.max(1, Math.ceil(((1 - refilled) * 60) / perMinute))
    },
  }
}
