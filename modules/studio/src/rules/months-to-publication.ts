/** A work that was published. */
export interface PublishedWork {
  readonly begunAt: string
  readonly publishedAt: string
  readonly targetDays: number
}

/** The time to publication by the month of publication, the earliest first; days by the clock. */
export function monthsToPublication(works: readonly PublishedWork[]) {
  const months = Map.groupBy(works, ({ publishedAt }) => publishedAt.slice(0, 7))
  return [...months.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, own]) => {
      const days = own.map(one => daysBetween(one.begunAt, one.publishedAt)).sort((a, b) => a - b)
      const middle = (days.length - 1) / 2
      const medianDays = ((days[Math.floor(middle)] ?? 0) + (days[Math.ceil(middle)] ?? 0)) / 2
      const inTime = own.filter(one => daysBetween(one.begunAt, one.publishedAt) <= one.targetDays).length
      return { month, works: own.length, medianDays: Math.round(medianDays * 100) / 100, inTime }
    })
}

/** Days between two instants by the clock, in hundredths. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 864_000) / 100
}
