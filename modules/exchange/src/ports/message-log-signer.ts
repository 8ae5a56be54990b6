import type { LogSigner } from '@tereze/foundation-keys'
import { port } from '@tereze/operation'

/** Signs the checkpoints of the message logs. Bound by the composition root to the organisations' keys. */
export const messageLogSigner = port<LogSigner>('exchange.message-log-signer')
