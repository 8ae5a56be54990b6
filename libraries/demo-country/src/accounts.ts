import { addMonths } from '@tereze/working-time'
import type { Country } from './country.ts'
import type { Resident } from './person-record.ts'
import type { Random } from './random.ts'

/** Opens bank accounts, the first of which is the main one: as many as given, or as the parameters say. */
export function addAccounts(
  country: Country,
  random: Random,
  holder: Resident,
  number: number = random.weighted(country.parameters.accounts, ([, weight]) => weight)[0],
): void {
  const { parameters, asOf } = country
  for (let n = 0; n < number; n++) {
    const account = country.number.account(country.next('account'))
    const openedOn = addMonths(asOf, -random.between(1, 90))
    const data = {
      person: holder.id,
      bank: parameters.bank,
      masked: `${account.slice(0, 3)}-••••-${account.replaceAll('-', '').slice(-4)}`,
      number: account,
      currency: parameters.currency,
      default: n === 0,
      openedOn,
    }
    country.add('bank-accounts', 'account', data, openedOn)
  }
}
