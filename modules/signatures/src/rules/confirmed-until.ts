/** Days for which the word of a register counts after the day on which it was heard: a register may be down for a weekend's night, not for a week. */
const days = 2

/** Until which day, itself included, an answer of today lets one act. Local dates. */
export function confirmedUntil(today: string): string {
  const day = new Date(`${today}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}
