import { addMonths } from '@tereze/working-time'
import { addAccounts } from './accounts.ts'
import type { Addresses } from './addresses.ts'
import { bornAtAge, type Country } from './country.ts'
import { addPersonaIncomes } from './incomes.ts'
import type { Employer } from './organisations.ts'
import type { PersonaMember, PersonaParameters } from './parameters.ts'
import { addPerson } from './person-record.ts'
import type { Member } from './plan-household.ts'
import type { Random } from './random.ts'
import type { DemoPersona } from './records.ts'
import { addTies } from './settle-household.ts'

/** Records the household of a persona; its first member is the one to sign in as. */
export function addPersona(
  country: Country,
  persona: PersonaParameters,
  addresses: Addresses,
  employer: (random: Random) => Employer,
): DemoPersona {
  const random = country.random(`persona/${persona.id}`)
  const home = addresses.homeIn(persona.region)
  const place = (part: PersonaMember['part']) => persona.members.findIndex(member => member.part === part)
  const parents = {
    ...(place('mother') < 0 ? {} : { mother: place('mother') }),
    ...(place('father') < 0 ? {} : { father: place('father') }),
  }
  const residents = persona.members.map(({ part, sex, name, age, citizenship, document }) => {
    const member: Member = {
      name,
      born: bornAtAge(country, age),
      sex,
      citizenship: citizenship ?? country.parameters.country,
      language: persona.language,
      ...(part === 'child' ? parents : {}),
    }
    return addPerson(country, random, member, home, { ...(document ? { document } : {}), reachable: part !== 'child' })
  })
  const wedding = addMonths(country.asOf, -12 * 8)
  addTies(
    country,
    residents,
    persona.married ? [{ wife: place('mother'), husband: place('father'), from: wedding }] : [],
  )
  for (const [index, { incomes, accounts }] of persona.members.entries()) {
    const resident = residents[index]
    if (!resident) continue
    if (accounts !== undefined) addAccounts(country, random, resident, accounts)
    if (incomes) addPersonaIncomes(country, random, resident, incomes, employer)
  }
  const [first] = residents
  if (!first) throw new Error(`persona ${persona.id} has nobody`)
  return {
    persona: persona.id,
    person: first.id,
    name: first.name,
    identifier: first.identifier,
    language: persona.language,
  }
}
