import type { Representation } from '@tereze/access/contract'
import type { Language } from '@tereze/operation'
import type { NationalNumber } from '@tereze/signatures'

/** What identity needs to know of people and organisations, bound here because it does not know the registers. */
export interface People {
  /** The name of a person or an organisation in a language; null when no register knows them. */
  nameOf(account: string, language?: Language): Promise<string | null>
  /** The one person with a national number; null when there is none. */
  findByNumber(number: string): Promise<string | null>
  /** The one person or organisation with a national number of a kind; null when there is none. */
  findByKind(number: NationalNumber): Promise<string | null>
  /** National numbers that registers assigned to a person or an organisation, by the kinds of their jurisdiction. */
  numbersOf(account: string): Promise<readonly NationalNumber[]>
}

/** People and organisations as the registers know them. */
export function createPeople(
  registers: Pick<Representation, 'titleOf'> & Pick<People, 'findByNumber' | 'findByKind' | 'numbersOf'>,
): People {
  return {
    nameOf: async (account, language = 'en') => (await registers.titleOf(account))?.[language] ?? null,
    findByNumber: number => registers.findByNumber(number),
    findByKind: number => registers.findByKind(number),
    numbersOf: account => registers.numbersOf(account),
  }
}
