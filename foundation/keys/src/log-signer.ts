import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import type { Reader, Tx } from '@tereze/foundation-database'
import { formatVerifierKey, noteAlgorithm, noteKeyId, openNote, signNote } from '@tereze/merkle-log'
import type { Keys } from './keys.ts'
import { noteVerifierOf, sha256 } from './note-verifier.ts'

/** Signs the checkpoints of an organisation's log and opens them again. */
export interface LogSigner {
  /** Unique name of the organisation's log, e.g. `services.example/civil-registry/audit`. */
  nameOf(tenant: string): string
  /** The signed note (C2SP signed-note) over the text of a checkpoint of the transaction's tenant. */
  sign(tx: Tx, text: string): Promise<string>
  /** The keys that open the notes of an organisation, newest first, as text (C2SP signed-note): what a witness or an auditor is given. */
  verifierKeys(reader: Reader, tenant: string): Promise<string[]>
  /** Text of a note that a key of this organisation signed, or null. */
  open(reader: Reader, tenant: string, note: string): Promise<string | null>
}

const infoOf = (key: KeyObject): Uint8Array => key.export({ type: 'spki', format: 'der' })

/**
 * Signs with the organisation's ES256 key of a purpose: ECDSA over SHA-256 in DER, note algorithm 0x02.
 * @param host what the names of the logs begin with, e.g. `services.example`.
 * @param purpose of the key, which is also the last part of the log's name: `audit`, `exchange-log`.
 */
export function keyLogSigner(keys: Pick<Keys, 'privateJwk' | 'publicJwks'>, host: string, purpose: string): LogSigner {
  const nameOf = (tenant: string) => `${host}/${tenant}/${purpose}`
  const verifierKeys = async (reader: Reader, tenant: string) =>
    (await keys.publicJwks(reader, tenant, purpose)).map(jwk =>
      formatVerifierKey(
        {
          name: nameOf(tenant),
          algorithm: noteAlgorithm.ecdsa,
          publicKey: infoOf(createPublicKey({ key: jwk, format: 'jwk' })),
        },
        sha256,
      ),
    )
  return {
    nameOf,
    async sign(tx, text) {
      const privateKey = createPrivateKey({ key: await keys.privateJwk(tx, purpose), format: 'jwk' })
      const name = nameOf(tx.tenant)
      return signNote(text, {
        name,
        keyId: noteKeyId(name, noteAlgorithm.ecdsa, infoOf(createPublicKey(privateKey)), sha256),
        sign: async bytes => sign('sha256', bytes, privateKey),
      })
    },
    verifierKeys,
    async open(reader, tenant, note) {
      const verifiers = (await verifierKeys(reader, tenant)).map(noteVerifierOf).filter(verifier => verifier !== null)
      return (await openNote(note, verifiers))?.text ?? null
    },
  }
}
