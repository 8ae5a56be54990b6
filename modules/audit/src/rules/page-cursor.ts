/** A place in the list of accesses: newest first by time, then line. */
export interface Place {
  readonly time: string
  readonly line: string
}

/** A place as an opaque cursor. */
export function cursorOf({ time, line }: Place): string {
  return Buffer.from(`${time} ${line}`).toString('base64url')
}

/** The place of a cursor; null when it is none of ours, which reads like the beginning. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const [time = '', line = '', ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ')
  return rest.length === 0 && line !== '' && !Number.isNaN(Date.parse(time)) ? { time, line } : null
}
