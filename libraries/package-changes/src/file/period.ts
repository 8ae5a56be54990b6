/** Units of a stretch of time that is counted in one of them. */
export const periodUnits = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'] as const
/** A unit of a stretch of time. */
export type PeriodUnit = (typeof periodUnits)[number]

const marks: Readonly<Record<PeriodUnit, readonly [before: string, after: string]>> = {
  years: ['P', 'Y'],
  months: ['P', 'M'],
  days: ['P', 'D'],
  hours: ['PT', 'H'],
  minutes: ['PT', 'M'],
  seconds: ['PT', 'S'],
}

/** How many of which unit an ISO 8601 duration is; none of days where nothing is written yet. Null where it has several units. */
export function readPeriod(value: unknown): { readonly count: number; readonly unit: PeriodUnit } | null {
  if (value === '' || value === undefined) return { count: 0, unit: 'days' }
  if (typeof value !== 'string') return null
  for (const unit of periodUnits) {
    const [before, after] = marks[unit]
    const found = new RegExp(`^${before}(\\d+)${after}$`).exec(value)
    if (found !== null) return { count: Number(found[1]), unit }
  }
  return null
}

/** An ISO 8601 duration of so many of a unit. */
export function writePeriod(count: number, unit: PeriodUnit): string {
  const [before, after] = marks[unit]
  return `${before}${count}${after}`
}
