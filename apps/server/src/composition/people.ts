import type { Representation } from '@tereze/access/contract'
import type { Language } from '@tereze/operation'

/** What identity needs to know of people and organisations, bound here because it does not know the registers. */
export interface People {
  /** The name of a person or an organisation in a language; null when no register knows them. */
  nameOf(account: string, language?: Language): Promise<string | null>
}

/** People and organisations as the registers know them. */
export function createPeople(representation: Representation): People {
  return { nameOf: async (account, language = 'en') => (await representation.titleOf(account))?.[language] ?? null }
}
