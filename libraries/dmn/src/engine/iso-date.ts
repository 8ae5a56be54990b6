import { civilDate, FeelDate, parseDate } from '@tereze/feel'

const ZERO = 48

function digits(text: string, from: number, count: number): number {
  let value = 0
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - ZERO
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Days since 1970-01-01 of an ISO date; NaN when the text is not one. Years of four digits are read without a pattern. */
export function isoDays(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45)
    return parseDate(text)?.days ?? Number.NaN
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  // NaN fails every comparison, so the conditions are written to be true only for dates.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return Number.NaN
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  if (day > length) return Number.NaN
  const before = year - 1
  const years = year * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return years + (DAYS_BEFORE[month - 1] as number) + (leap && month > 2 ? 1 : 0) + day - 1 - 719_162 - 365
}

/** The date of a whole count of days since 1970-01-01, in all of FEEL's years (to ±999 999 999); null for anything else. */
export function dateOfDays(days: number): FeelDate | null {
  if (!Number.isSafeInteger(days)) return null
  const { year, month, day } = civilDate(days)
  return Math.abs(year) > 999_999_999 ? null : new FeelDate(year, month, day)
}
