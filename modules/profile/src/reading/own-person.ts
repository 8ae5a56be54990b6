import type { Actor } from '@tereze/operation'

/** Whether somebody acts as a person: the person, or who acts for them. */
export function actsAs(actor: Actor, person: string): boolean {
  return actor.kind === 'person' && (actor.onBehalfOf ?? actor.id) === person
}
