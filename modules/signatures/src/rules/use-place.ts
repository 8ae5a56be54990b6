import type { UsePlace } from '../store/seal-uses.ts'

/** The place after a thing as text that a caller gives back. */
export function writePlace({ lastAt, kind, subject }: UsePlace): string {
  return [lastAt, kind, subject].join(' ')
}

/** Reads a place; null, which is the first page, for a text that is none. */
export function readPlace(text: string): UsePlace | null {
  const [lastAt = '', kind = '', ...rest] = text.split(' ')
  const subject = rest.join(' ')
  return Number.isNaN(Date.parse(lastAt)) || kind === '' || subject === '' ? null : { lastAt, kind, subject }
}
