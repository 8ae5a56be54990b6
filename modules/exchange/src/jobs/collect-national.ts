import { job } from '@tereze/foundation-operations'
import { nationalLine } from '../ports/national-line.ts'

/** Fetches what waits in the queues of national exchanges. A node that dies meanwhile loses nothing: what it did not acknowledge comes again. */
export const collectNational = job({
  name: 'exchange.collect-national',
  every: 5_000,
  patient: true,
  run: ({ ports }) => ports.get(nationalLine).collect(),
})
