import type { Reader, Tx } from '@tereze/foundation-database'
import { port } from '@tereze/operation'

/** Signs the checkpoints of an organisation's log and opens them again. */
export interface LogSigner {
  /** Unique name of the organisation's log, e.g. `services.example/civil-registry/audit`. */
  nameOf(tenant: string): string
  /** The signed note (C2SP signed-note) over the text of a checkpoint of the transaction's tenant. */
  sign(tx: Tx, text: string): Promise<string>
  /** Text of a note that a key of this organisation signed, or null. */
  open(reader: Reader, tenant: string, note: string): Promise<string | null>
}
/** Bound by the composition root to the organisations' keys. */
export const logSigner = port<LogSigner>('audit.log-signer')
