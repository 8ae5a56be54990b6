/** A calendar date `YYYY-MM-DD` of the proleptic Gregorian calendar, without a zone. */
export type CivilDate = string

const msPerDay = 86_400_000
const pattern = /^(\d{4})-(\d\d)-(\d\d)$/

/** Whether text is a date that exists: `2024-02-29` is, `2023-02-29` is not. */
export function isCivilDate(text: string): boolean {
  const match = pattern.exec(text)
  if (!match) return false
  const [, year, month, day] = match.map(Number)
  return (
    month !== undefined &&
    day !== undefined &&
    year !== undefined &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  )
}

/** Days from 1970-01-01 to a date; negative before it. */
export function dayNumber(date: CivilDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / msPerDay
}

/** The date that lies `days` after 1970-01-01. */
export function dateOfDayNumber(days: number): CivilDate {
  return new Date(days * msPerDay).toISOString().slice(0, 10)
}

/** A date moved by whole days. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** How many days a month has. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/**
 * A date moved by whole months to the same day of the month; where the month has no such day, to its last day
 * (31 January + 1 month = 28 or 29 February), as civil codes count terms in months and years.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const all = year * 12 + (month - 1) + months
  const newYear = Math.floor(all / 12)
  const newMonth = (all % 12) + 1
  const newDay = Math.min(day, daysInMonth(newYear, newMonth))
  return `${String(newYear).padStart(4, '0')}-${String(newMonth).padStart(2, '0')}-${String(newDay).padStart(2, '0')}`
}

/** The day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export function weekday(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The year of a date. */
export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4))
}
