import type { Measured } from '@tereze/process-simulation'
import type { MinedProcess } from './mined.ts'

/** What was watched as a variant among simulated ones: a log knows the time of its cases, and neither cost nor visits. */
export function measured({ finished, time }: MinedProcess): Measured {
  return { finished, time, waiting: null, processing: null, cost: null, burden: null }
}
