import { port } from '@tereze/operation'

/** Names of people; bound to registers, which identity does not know. */
export interface PersonNames {
  /** The name as a screen greets by it; null when there is no such person. */
  nameOf(person: string): Promise<string | null>
}
/** Bound by `createIdentity`. */
export const personNames = port<PersonNames>('identity.person-names')
