import { fromBase64, toBase64 } from './base64.ts'
import { type HashFunction, joined } from './hash.ts'
import { noteKeyId } from './note.ts'

/** A public key that verifies notes, with its name and kind. */
export interface VerifierKey {
  readonly name: string
  /** One of `noteAlgorithm`. */
  readonly algorithm: number
  /** Raw 32 bytes of Ed25519; SubjectPublicKeyInfo of ECDSA. */
  readonly publicKey: Uint8Array
  readonly keyId: Uint8Array
}

const hex = (bytes: Uint8Array) => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')

/** Text of a verifier key: name, key id and key joined by plus signs (C2SP signed-note, Verifier keys). */
export function formatVerifierKey(key: Omit<VerifierKey, 'keyId'>, sha256: HashFunction): string {
  const { name, algorithm, publicKey } = key
  const keyId = noteKeyId(name, algorithm, publicKey, sha256)
  return `${name}+${hex(keyId)}+${toBase64(joined(Uint8Array.of(algorithm), publicKey))}`
}

/** The verifier key of a text, or null when it is none or its key id does not belong to it. */
export function parseVerifierKey(text: string, sha256: HashFunction): VerifierKey | null {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text)
  const bytes = fromBase64(match?.[3] ?? '')
  const name = match?.[1]
  if (name === undefined || bytes === null || bytes.length < 2) return null
  const algorithm = bytes[0] ?? 0
  const publicKey = bytes.slice(1)
  const keyId = noteKeyId(name, algorithm, publicKey, sha256)
  return hex(keyId) === match?.[2] ? { name, algorithm, publicKey, keyId } : null
}
