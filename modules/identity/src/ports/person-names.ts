import { type Language, port } from '@tereze/operation'

/** People and organisations as sign-in needs to know them; bound to registers, which identity does not know. */
export interface PersonNames {
  /** The name as a screen greets by it; null when there is nobody of this id. */
  nameOf(account: string, language?: Language): Promise<string | null>
  /** The person of a national number; null when there is none. */
  findByNumber(number: string): Promise<string | null>
}
/** Bound by `createIdentity`. */
export const personNames = port<PersonNames>('identity.person-names')
