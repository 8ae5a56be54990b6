import type { EmergencyPlace } from '../store/emergencies.ts'

/** A place as an opaque cursor. */
export function cursorOf({ begunAt, id }: EmergencyPlace): string {
  return Buffer.from(`${begunAt} ${id}`).toString('base64url')
}

/** The place of a cursor; null when it is none of ours, which reads like the beginning. */
export function placeOf(cursor: string | undefined): EmergencyPlace | null {
  if (cursor === undefined) return null
  const [begunAt = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ')
  return rest.length === 0 && id !== '' && !Number.isNaN(Date.parse(begunAt)) ? { begunAt, id } : null
}
