/** The end of a day in the zone of the machine: what was known when it was over. */
export function endOf(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString()
}
