import type { Actor } from '@tereze/operation'

/** Whose access log a person may ask for: their own, and that of the one they act for. */
export function isOwnLog(actor: Actor, person: string): boolean {
  return actor.kind !== 'person' || actor.id === person || actor.onBehalfOf === person
}
