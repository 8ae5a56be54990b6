import { randomBytes } from 'node:crypto'

/** Makes ids: a typed prefix and a UUIDv7 (RFC 9562), e.g. `case_0198c2…`. Made in the application, seeded in tests. */
export interface Ids {
  newId(prefix: string): string
  /** A UUIDv7 without prefix. */
  newUuid(): string
  /** Random text for public references and codes, from the given alphabet. */
  randomText(length: number, alphabet: string): string
}

const pool = { bytes: Buffer.alloc(0), used: 0 }

/** Random bytes, drawn from the system by the kilobyte: a call for each id costs more than the id. */
function drawn(length: number): Uint8Array {
  if (pool.bytes.length - pool.used < length) {
    pool.bytes = randomBytes(Math.max(4096, length))
    pool.used = 0
  }
  pool.used += length
  return pool.bytes.subarray(pool.used - length, pool.used)
}

/** UUIDv7 of a time in milliseconds and ten random bytes. */
export function uuidv7(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let index = 5, rest = milliseconds; index >= 0; index--) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Ids from a clock and a source of random bytes. */
export function createIds(clock: { now(): Date }, random: (length: number) => Uint8Array = drawn): Ids {
  const newUuid = () => uuidv7(clock.now().getTime(), random(10))
  return {
    newUuid,
    newId: prefix => `${prefix}_${newUuid()}`,
    randomText(length, alphabet) {
      const usable = 256 - (256 % alphabet.length)
      let text = ''
      while (text.length < length) {
        for (const byte of random(length)) {
          if (byte < usable && text.length < length) text += alphabet[byte % alphabet.length]
        }
      }
      return text
    },
  }
}
