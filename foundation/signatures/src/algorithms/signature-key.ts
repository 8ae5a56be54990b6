import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { oid } from './object-identifiers.ts'

/**
 * A key that signs, wherever it lives: this process (`softwareKey`), a token behind PKCS#11, a remote signing service. Whoever holds
 * the key gives the certificates and signs bytes; the key itself never comes out.
 */
export interface SignatureKey {
  /** DER: the certificate of the key first, then those above it. */
  readonly certificates: readonly Uint8Array[]
  readonly algorithm: 'ecdsa-sha256' | 'rsa-sha256'
  /** Signs the SHA-256 of bytes; ECDSA as DER (RFC 3279, 2.2.3). */
  sign(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
}

/** Object identifier of a key's algorithm. */
export function algorithmOf(key: Pick<SignatureKey, 'algorithm'>): string {
  return key.algorithm === 'rsa-sha256' ? oid.rsaSha256 : oid.ecdsaSha256
}

/** A key of this process. @param key PEM, or a JWK as an object of Node.js. */
export function softwareKey(key: string | KeyObject, certificates: readonly Uint8Array[]): SignatureKey {
  const own = typeof key === 'string' ? createPrivateKey(key) : key
  return {
    certificates,
    algorithm: own.asymmetricKeyType === 'rsa' ? 'rsa-sha256' : 'ecdsa-sha256',
    sign: async bytes => new Uint8Array(sign('sha256', bytes, { key: own, dsaEncoding: 'der' })),
  }
}
