import type { TimestampLine } from '@tereze/foundation-signatures'
import { port } from '@tereze/operation'

/** The line to an outside time-stamping authority; null where the own clock is the only one. */
export const outsideClock = port<TimestampLine | null>('signatures.outside-clock')
