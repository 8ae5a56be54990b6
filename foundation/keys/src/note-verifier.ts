import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import {
  cosignatureVerifier,
  type HashFunction,
  type NoteVerifier,
  noteAlgorithm,
  parseVerifierKey,
  type VerifierKey,
} from '@tereze/merkle-log'

/** SHA-256, the hash of all logs and of the names of their keys. */
export const sha256: HashFunction = bytes => createHash('sha256').update(bytes).digest()

/** SubjectPublicKeyInfo of an Ed25519 key but for its 32 bytes (RFC 8410, 4). */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex')

function keyObjectOf({ algorithm, publicKey }: VerifierKey): KeyObject | null {
  const der = algorithm === noteAlgorithm.ecdsa ? Buffer.from(publicKey) : Buffer.concat([ed25519Prefix, publicKey])
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' })
  } catch {
    // What is no key is told as null: the text came from somebody.
    return null
  }
}

/**
 * Who verifies notes by a key given as text (C2SP signed-note, Verifier keys): ECDSA over SHA-256, Ed25519, or the cosignatures of a
 * witness. Null when the text is no such key.
 */
export function noteVerifierOf(text: string): NoteVerifier | null {
  const key = parseVerifierKey(text, sha256)
  const publicKey = key === null ? null : keyObjectOf(key)
  if (key === null || publicKey === null) return null
  const { name, keyId, algorithm } = key
  const digest = algorithm === noteAlgorithm.ecdsa ? 'sha256' : null
  const verifier: NoteVerifier = {
    name,
    keyId,
    verify: async (bytes, signature) => verify(digest, bytes, publicKey, signature),
  }
  if (algorithm === noteAlgorithm.ed25519Witness) return cosignatureVerifier(verifier)
  return algorithm === noteAlgorithm.ecdsa || algorithm === noteAlgorithm.ed25519 ? verifier : null
}
