import type { Outgoing } from '@tereze/foundation-http'
import { port } from '@tereze/operation'

/** The way to outside authorities, to ask which certificates they took back. What they say is signed, so that it may come by plain HTTP. */
export const revocationLine = port<Outgoing>('exchange.revocation-line')
