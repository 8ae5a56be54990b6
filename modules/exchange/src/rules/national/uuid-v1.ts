import { createHash } from 'node:crypto'

/** From the start of the Gregorian calendar to the epoch, in steps of 100 ns (RFC 9562 §5.1). */
const gregorian = 122_192_928_000_000_000n

/**
 * A UUID of version 1 (RFC 9562 §5.1) of a moment and a name: the same ones give the same id, so that a message sent again is the same
 * message. The node is made from the name, with the multicast bit that says that it is no network address (§6.10).
 */
export function uuidV1(at: Date, name: string): string {
  const hash = createHash('sha256').update(name).digest()
  const within = BigInt(hash.readUInt16BE(8) % 10_000)
  const time = (BigInt(at.getTime()) * 10_000n + gregorian + within).toString(16).padStart(15, '0')
  const sequence = (hash.readUInt16BE(0) & 0x3fff) | 0x8000
  hash[2] = (hash[2] ?? 0) | 1
  const node = hash.subarray(2, 8).toString('hex')
  return `${time.slice(7)}-${time.slice(3, 7)}-1${time.slice(0, 3)}-${sequence.toString(16)}-${node}`
}
