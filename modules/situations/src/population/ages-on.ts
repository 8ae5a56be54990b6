const day = 86_400_000
const oldest = 150

/** Days since 1970-01-01 of the same day so many years earlier; the last of February where that year has no 29th. */
function yearsEarlier(on: Date, years: number): number {
  const [year, month] = [on.getUTCFullYear() - years, on.getUTCMonth()]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(on.getUTCDate(), last)) / day
}

/**
 * Full years of age on a date, of dates of birth that are days since 1970-01-01 or ISO dates; null where none is known or it lies ahead.
 * The same years as FEEL's `years and months duration(born, on).years`: born on 29 February, one is older on 1 March. Pure.
 * @param on an ISO date.
 */
export function agesOn(born: ArrayLike<unknown>, on: string): readonly (number | null)[] {
  const date = new Date(`${on}T00:00:00Z`)
  // Whoever was born on this day or before is so old; falls with the age.
  const bounds = Array.from({ length: oldest + 1 }, (_, age) => yearsEarlier(date, age))
  return Array.from(born, value => {
    const days = typeof value === 'string' ? Date.parse(value) / day : value
    if (typeof days !== 'number' || !Number.isFinite(days) || days > (bounds[0] as number)) return null
    let [low, high] = [0, oldest]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (days <= (bounds[middle] as number)) low = middle
      else high = middle - 1
    }
    return low
  })
}
