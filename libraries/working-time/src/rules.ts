import type { Term } from './term.ts'

/** How a jurisdiction counts terms, as data. Each rule is named in `clauses` with the law behind it. */
export interface DeadlineRules {
  readonly format: 1
  readonly jurisdiction: string
  /** The first day that counts, after the day of receipt. */
  readonly start: 'next-day' | 'next-working-day' | 'same-day'
  /** When something counts as received that arrives after hours or on a day off. */
  readonly receivedAfterHours: 'same-day' | 'next-working-day'
  /** When a term in calendar days, months or years ends whose last day is not worked. */
  readonly endsOnNonWorkingDay: 'next-working-day' | 'previous-working-day' | 'same-day'
  /** When a term in months or years ends whose last month lacks the day. */
  readonly monthWithoutDay: 'last-day' | 'first-of-next'
  /** Whether a short day counts as a working day. */
  readonly shortDayCounts: boolean
  readonly suspension: {
    /** After a suspension the rest of the term runs on, or the whole term from the day it is resumed. */
    readonly resumes: 'remaining-days' | 'anew'
    /** Whether the day on which the term is suspended is still counted. */
    readonly dayOfSuspensionCounts: boolean
    /** Whether the day on which the term is resumed is counted again; it is unless this says no. */
    readonly dayOfResumptionCounts?: boolean
  }
  /** Until when something done on the last day is in time, by the way it is filed; the end of the day where a way is not named. */
  readonly filing?: Readonly<Record<string, 'end-of-day' | 'closing-hour'>>
  readonly groundsOfExtension?: readonly { readonly id: string; readonly by: Term; readonly ground: string }[]
  readonly clauses?: Readonly<Record<string, string>>
}
