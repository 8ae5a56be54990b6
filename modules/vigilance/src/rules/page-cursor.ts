/** A place in a list that is ordered by time, newest first. */
export interface Place {
  /** Instant, ISO 8601. */
  readonly at: string
  readonly id: string
}

/** A place as an opaque cursor. */
export function cursorOf({ at, id }: Place): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}

/** The place of a cursor; null when it is none of ours, which reads like the beginning. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const [at = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ')
  return rest.length === 0 && id !== '' && !Number.isNaN(Date.parse(at)) ? { at, id } : null
}
