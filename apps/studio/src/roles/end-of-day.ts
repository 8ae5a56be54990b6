/** The last moment of a local day, `YYYY-MM-DD`, as an instant; null where none was chosen. */
export function endOfDay(day: string): string | null {
  if (day === '') return null
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + 1).toISOString()
}

/** The last moment before an instant: the day on which a term ended is the one that was chosen. */
export function lastMomentBefore(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString()
}
