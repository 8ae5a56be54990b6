import type { LogSigner } from '@tereze/foundation-keys'
import { port } from '@tereze/operation'

/** Signs the checkpoints of the audit logs. Bound by the composition root to the organisations' keys. */
export const logSigner = port<LogSigner>('audit.log-signer')
