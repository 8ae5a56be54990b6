import { addDays, instantOf } from '@tereze/working-time'

/** When cases were opened: from one instant to before another. */
export interface Opened {
  readonly after: string
  readonly before: string
}

/** The time from the first moment of a local date to the last of another, in a zone. */
export function openedBetween(from: string, to: string, zone: string): Opened {
  return { after: instantOf(from, 0, zone), before: instantOf(addDays(to, 1), 0, zone) }
}
