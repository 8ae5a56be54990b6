import type { Dimension, Periodicity } from '../definition/definition.ts'

const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** The local date from which on the next look at a dataset is due, after a look on a local date (`YYYY-MM-DD`). */
export function nextDue(looked: string, periodicity: Periodicity): string {
  const [year = 0, month = 1, date = 1] = looked.split('-').map(Number)
  if (periodicity === 'daily') return day(year, month - 1, date + 1)
  if (periodicity === 'weekly')
    return day(year, month - 1, date + 7 - ((new Date(`${looked}T00:00:00Z`).getUTCDay() + 6) % 7))
  if (periodicity === 'monthly') return day(year, month, 1)
  if (periodicity === 'quarterly') return day(year, Math.floor((month - 1) / 3) * 3 + 3, 1)
  return day(year + 1, 0, 1)
}

/** The first local date of the period in which a date lies: what is before it has ended. */
export function beginOfPeriod(today: string, grain: NonNullable<Dimension['grain']>): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  if (grain === 'year') return day(year, 0, 1)
  return day(year, grain === 'month' ? month - 1 : Math.floor((month - 1) / 3) * 3, 1)
}
