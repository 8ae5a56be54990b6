import { createHash } from 'node:crypto'

const longestSeconds = 300

/** The longest wait for a source that may be late for hours or days by the word of its service, seconds. */
export const patientSeconds = 3600

/**
 * How long to wait before trying again, in milliseconds: twice as long each time, up to five minutes or
 * `longest` seconds, between half and the whole of it.
 * The share is fixed by id and number of tries, so that what failed together does not come back together.
 */
export function backoff(id: string, tries: number, longest = longestSeconds): number {
  const share = createHash('sha256').update(`${id}/${tries}`).digest().readUInt32BE() / 2 ** 32
  return Math.round(Math.min(2 ** tries, longest) * 1000 * (0.5 + share / 2))
}
