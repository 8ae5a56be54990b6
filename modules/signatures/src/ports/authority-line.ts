import type { Outgoing } from '@tereze/foundation-http'
import { port } from '@tereze/operation'

/** The way to authorities' revocation services. Their answers are signed, so that they may come by plain HTTP. */
export const authorityLine = port<Outgoing>('signatures.authority-line')
