/** The day on which generated stories begin, and what of it expressions see. */
export const storyDay = '2026-03-02'

/** The instant at which generated stories begin. */
export const storyInstant = '2026-03-02T04:00:00.000Z'

/** The clock of a story in a zone: nine in the morning there would be written with its offset; the instant is what counts. */
export const storyClock = '2026-03-02T09:00:00+05:00'

/** A date so many days from the day of the story. */
export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A date so many months from a day; the last day of the month where it has no such day. */
export function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}

/** An ISO 8601 duration of years, months and days as months and days; null when it is none. */
export function durationOf(text: string): { readonly months: number; readonly days: number } | null {
  const parts = /^-?P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text)
  if (parts === null) return null
  const [, years = '0', months = '0', weeks = '0', days = '0'] = parts
  return { months: Number(years) * 12 + Number(months), days: Number(weeks) * 7 + Number(days) }
}
