import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { Tx } from '@tereze/foundation-database'
import type { Keys } from '@tereze/foundation-keys'

/** Purposes of keys: an organisation's seal, the authority that certifies, the clock that stamps, and of each person. */
export const purposes = { seal: 'seal', authority: 'seal-authority', clock: 'seal-clock', person: 'signer' } as const

/** The key of the seal of the transaction's organisation, as it is now and not as this node remembers it: it may have been revoked a moment ago. */
export async function sealKey(keys: Keys, tx: Tx): Promise<Jwk> {
  return (await keys.findPrivateJwk(tx, tx.tenant, purposes.seal)) ?? (await keys.privateJwk(tx, purposes.seal))
}

type Jwk = Awaited<ReturnType<Keys['privateJwk']>>

/** A private key of the key store as Node.js uses it. */
export function privateKeyOf(jwk: Jwk): KeyObject {
  return createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' })
}

/** SubjectPublicKeyInfo of a private key, DER. */
export function publicKeyOf(key: KeyObject): Uint8Array {
  return createPublicKey(key).export({ type: 'spki', format: 'der' })
}

/** Name of a key of the key store. */
export function kidOf(jwk: Jwk): string {
  if (jwk.kid === undefined) throw new Error('keys of the key store have names')
  return jwk.kid
}
