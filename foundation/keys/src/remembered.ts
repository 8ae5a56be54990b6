/** What was looked up lately, for a while; the oldest goes when there is too much. */
export interface Remembered {
  recall<T>(place: string): T | null
  keep(place: string, value: unknown, seconds: number): void
  forget(place: string): void
}

/**
 * An empty memory.
 * @param now the clock.
 * @param most entries that it holds.
 */
export function createRemembered(now: () => Date, most: number): Remembered {
  const entries = new Map<string, { value: unknown; until: number }>()
  return {
    recall<T>(place: string): T | null {
      const entry = entries.get(place)
      if (entry === undefined) return null
      if (entry.until > now().getTime()) return entry.value as T
      entries.delete(place)
      return null
    },
    keep(place, value, seconds) {
      entries.delete(place)
      entries.set(place, { value, until: now().getTime() + seconds * 1000 })
      for (const oldest of entries.keys()) {
        if (entries.size <= most) break
        entries.delete(oldest)
      }
    },
    forget(place) {
      entries.delete(place)
    },
  }
}
