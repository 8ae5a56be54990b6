import type { Reader } from '@tereze/foundation-database'

/** What an official wants to do for a visitor. */
export interface AskedInVisit {
  readonly visit: string
  readonly official: string
  readonly organisation: string
  readonly visitor: string
  readonly permission: string
  /** Services that it is about; none where it is about no service. */
  readonly services: readonly string[]
}

/** Whether a visit lets it be done: `stands`, or why not. */
export type VisitAnswer = 'stands' | 'visit-over' | 'visit-unconfirmed' | 'outside-agreement'

/** What access needs to know of visits to one-stop shops; bound to the module that keeps them by the composition root. */
export interface Visits {
  /** Asked anew each time, so that a visit that ended counts for nothing from the next request on. */
  judge(reader: Reader, asked: AskedInVisit): Promise<VisitAnswer>
}

/** Where nobody comes in person no visit stands. */
export const noVisits: Visits = { judge: async () => 'visit-over' }
