const day = 86_400_000

/** A local date so many days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** The dates among which an official may choose one, both included. */
export interface DateRange {
  readonly from: string
  readonly to: string
}

/** Whether a date is within a range; local dates compare as texts. */
export function isWithin(date: string, { from, to }: DateRange): boolean {
  return date >= from && date <= to
}
