import { type Language, port } from '@tereze/operation'

/** Names of people and organisations; bound to registers, which identity does not know. */
export interface PersonNames {
  /** The name as a screen greets by it; null when there is nobody of this id. */
  nameOf(account: string, language?: Language): Promise<string | null>
}
/** Bound by `createIdentity`. */
export const personNames = port<PersonNames>('identity.person-names')
