import { deflateSync, inflateSync } from 'node:zlib'

/** Places of one list: enough that a place tells nothing of its neighbours (Token Status List, 12.5). */
export const listSize = 131_072
/** So many of a list's places are given away, then another list begins: a free one is found by chance at once. */
export const mostGiven = listSize / 2

/** A list in which the places given are set, one bit each: deflated and base64url (Token Status List, 4.2). */
export function writeStatusBits(places: readonly number[]): string {
  const bytes = new Uint8Array(listSize / 8)
  for (const place of places) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7))
  return deflateSync(bytes, { level: 9 }).toString('base64url')
}

/** Whether a place is set; null when the list has no such place or is none. */
export function readStatusBit(list: string, place: number): boolean | null {
  try {
    const bytes = inflateSync(Buffer.from(list, 'base64url'), { maxOutputLength: 4 * 1024 * 1024 })
    const byte = bytes[place >> 3]
    return byte === undefined ? null : (byte & (1 << (place & 7))) !== 0
  } catch {
    return null
  }
}
