/** A term of law: so many of one unit. `hours` are of the clock, `workingHours` of the calendar. */
export type Term =
  | { readonly workingDays: number }
  | { readonly calendarDays: number }
  | { readonly months: number }
  | { readonly years: number }
  | { readonly hours: number }
  | { readonly workingHours: number }

/** The units of a term. */
export type TermUnit = 'workingDays' | 'calendarDays' | 'months' | 'years' | 'hours' | 'workingHours'

const units: readonly TermUnit[] = ['workingDays', 'calendarDays', 'months', 'years', 'hours', 'workingHours']

/** The greatest number of units, a hundred years in days: more is a slip of the keyboard, not a term. */
const mostUnits = 36_525

/** The only unit of a term and how many; undefined when the value is not a term (none, several, negative, a fraction, over a hundred years of days). */
export function partsOf(term: unknown): { readonly unit: TermUnit; readonly count: number } | undefined {
  if (typeof term !== 'object' || term === null) return undefined
  const entries = Object.entries(term)
  const [first] = entries
  const unit = units.find(known => known === first?.[0])
  const count: unknown = first?.[1]
  if (
    entries.length !== 1 ||
    unit === undefined ||
    typeof count !== 'number' ||
    !Number.isSafeInteger(count) ||
    count < 0 ||
    count > mostUnits
  )
    return undefined
  return { unit, count }
}

/** Whether a value is a term. */
export function isTerm(value: unknown): value is Term {
  return partsOf(value) !== undefined
}
