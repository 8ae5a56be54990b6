import { type Actor, partyOf } from '@tereze/operation'

/** Whether somebody acts as a person: the person, or who acts for them. */
export function actsAs(actor: Actor, person: string): boolean {
  return partyOf(actor) === person
}
