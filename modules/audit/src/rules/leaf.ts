import { canonicalJson, sha256 } from '@tereze/foundation-keys'
import { hashLeaf } from '@tereze/merkle-log'

export { sha256 }

/** A line as the bytes that its leaf is the hash of: canonical JSON (RFC 8785). */
export function entryOf(content: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(content))
}

/** Leaf hash of a line: RFC 9162, 2.1.1, over the line in canonical JSON. */
export function leafOf(content: unknown): Uint8Array {
  return hashLeaf(entryOf(content), sha256)
}
