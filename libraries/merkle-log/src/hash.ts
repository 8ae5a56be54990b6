/** A hash function: the same bytes give the same digest, e.g. SHA-256. */
export type HashFunction = (bytes: Uint8Array) => Uint8Array

/** Bytes one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const leafMark = Uint8Array.of(0)
const nodeMark = Uint8Array.of(1)

/** Hash of an entry (RFC 9162, 2.1.1): the mark 0x00 keeps it from passing for a node. */
export function hashLeaf(entry: Uint8Array, hash: HashFunction): Uint8Array {
  return hash(joined(leafMark, entry))
}

/** Hash of an inner node (RFC 9162, 2.1.1): the mark 0x01 and both children. */
export function hashNode(left: Uint8Array, right: Uint8Array, hash: HashFunction): Uint8Array {
  return hash(joined(nodeMark, left, right))
}

/** Root of the empty tree (RFC 9162, 2.1.1). */
export function hashNothing(hash: HashFunction): Uint8Array {
  return hash(new Uint8Array(0))
}

/** Whether two digests are the same. Digests are public, so the time it takes says nothing. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
