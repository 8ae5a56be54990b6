import { addDays, endOfDay, isCivilDate, localDateOf } from '@tereze/working-time'

const longestDays = 366

/** The instant at which an exemption until a local day ends; null when that day is not after today, or further away than a year. */
export function endOfExemption(until: string, now: Date, zone: string): string | null {
  if (!isCivilDate(until)) return null
  const today = localDateOf(now.toISOString(), zone)
  return until > today && until <= addDays(today, longestDays) ? endOfDay(until, zone) : null
}
