import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Reader, Tx } from '@tereze/foundation-database'
import { type NoteVerifier, noteAlgorithm, noteKeyId, openNote, signNote } from '@tereze/merkle-log'
import type { Keys } from './keys.ts'

/** Signs the checkpoints of an organisation's log and opens them again. */
export interface LogSigner {
  /** Unique name of the organisation's log, e.g. `services.example/civil-registry/audit`. */
  nameOf(tenant: string): string
  /** The signed note (C2SP signed-note) over the text of a checkpoint of the transaction's tenant. */
  sign(tx: Tx, text: string): Promise<string>
  /** Text of a note that a key of this organisation signed, or null. */
  open(reader: Reader, tenant: string, note: string): Promise<string | null>
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

function keyIdOf(name: string, publicKey: KeyObject): Uint8Array {
  return noteKeyId(name, noteAlgorithm.ecdsa, publicKey.export({ type: 'spki', format: 'der' }), sha256)
}

/**
 * Signs with the organisation's ES256 key of a purpose: ECDSA over SHA-256 in DER, note algorithm 0x02.
 * @param host what the names of the logs begin with, e.g. `services.example`.
 * @param purpose of the key, which is also the last part of the log's name: `audit`, `exchange-log`.
 */
export function keyLogSigner(keys: Pick<Keys, 'privateJwk' | 'publicJwks'>, host: string, purpose: string): LogSigner {
  const nameOf = (tenant: string) => `${host}/${tenant}/${purpose}`
  return {
    nameOf,
    async sign(tx, text) {
      const privateKey = createPrivateKey({ key: await keys.privateJwk(tx, purpose), format: 'jwk' })
      const name = nameOf(tx.tenant)
      return signNote(text, {
        name,
        keyId: keyIdOf(name, createPublicKey(privateKey)),
        sign: async bytes => sign('sha256', bytes, privateKey),
      })
    },
    async open(reader, tenant, note) {
      const name = nameOf(tenant)
      const verifiers = (await keys.publicJwks(reader, tenant, purpose)).map((jwk): NoteVerifier => {
        const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
        return {
          name,
          keyId: keyIdOf(name, publicKey),
          verify: async (bytes, signature) => verify('sha256', bytes, publicKey, signature),
        }
      })
      return (await openNote(note, verifiers))?.text ?? null
    },
  }
}
