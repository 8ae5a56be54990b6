const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long until an instant, in days from four on, in hours from two on; never less than nothing. */
export function timeLeft(
  due: string,
  now: number,
): { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number } {
  const left = Math.max(0, Date.parse(due) - now)
  if (left >= 4 * day) return { unit: 'days', count: Math.floor(left / day) }
  if (left >= 2 * hour) return { unit: 'hours', count: Math.floor(left / hour) }
  return { unit: 'minutes', count: Math.floor(left / minute) }
}
