import type { WitnessLine } from '@tereze/foundation-witness'
import { port } from '@tereze/operation'

/** The witnesses of the audit logs, run by other organisations. Talks to the outside, so never inside a transaction. */
export const witnesses = port<readonly WitnessLine[]>('audit.witnesses')
