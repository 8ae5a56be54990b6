import { createHash } from 'node:crypto'
import { canonicalJson } from '@tereze/foundation-keys'
import { type HashFunction, hashLeaf } from '@tereze/merkle-log'
import type { LogEntry } from '../contract/log.ts'

/** SHA-256, the hash of the message log. */
export const sha256: HashFunction = bytes => createHash('sha256').update(bytes).digest()

/** SHA-256 of a compact JWS as it was sent: what the log knows a message or a reply by. */
export function hashOfJws(jws: string): Buffer {
  return createHash('sha256').update(jws).digest()
}

/** Leaf hash of an entry: RFC 9162, 2.1.1, over the entry in canonical JSON (RFC 8785). */
export function leafOfEntry(entry: LogEntry): Uint8Array {
  return hashLeaf(new TextEncoder().encode(canonicalJson(entry)), sha256)
}
