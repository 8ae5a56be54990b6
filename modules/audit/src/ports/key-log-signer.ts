import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Keys } from '@tereze/foundation-keys'
import { type NoteVerifier, noteAlgorithm, noteKeyId, openNote, signNote } from '@tereze/merkle-log'
import type { LogSigner } from './log-signer.ts'

const purpose = 'audit'
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

function keyIdOf(name: string, publicKey: KeyObject): Uint8Array {
  return noteKeyId(name, noteAlgorithm.ecdsa, publicKey.export({ type: 'spki', format: 'der' }), sha256)
}

/**
 * Signs with the organisation's ES256 key of the purpose `audit`: ECDSA over SHA-256 in DER, note algorithm 0x02.
 * @param host what the names of the logs begin with, e.g. `services.example`.
 */
export function keyLogSigner(keys: Pick<Keys, 'privateJwk' | 'publicJwks'>, host: string): LogSigner {
  const nameOf = (tenant: string) => `${host}/${tenant}/audit`
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
