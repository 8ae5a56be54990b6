import { createHash } from 'node:crypto'
import { canonicalJson } from '@tereze/foundation-keys'
import { type HashFunction, hashLeaf } from '@tereze/merkle-log'

/** SHA-256, the hash of the audit log. */
export const sha256: HashFunction = bytes => createHash('sha256').update(bytes).digest()

/** Leaf hash of a line: RFC 9162, 2.1.1, over the line in canonical JSON (RFC 8785). */
export function leafOf(content: unknown): Uint8Array {
  return hashLeaf(new TextEncoder().encode(canonicalJson(content)), sha256)
}
