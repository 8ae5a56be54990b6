import type { WitnessLine } from '@tereze/foundation-witness'
import { port } from '@tereze/operation'

/** The witnesses of the logs of messages, run by other organisations. Talks to the outside, so never inside a transaction. */
export const messageWitnesses = port<readonly WitnessLine[]>('exchange.message-witnesses')
