import { createAddresses } from './addresses.ts'
import { type CountryOptions, createCountry, yearsBetween } from './country.ts'
import { createOfficials } from './officials.ts'
import { addOrganisations } from './organisations.ts'
import { addPersona } from './personas.ts'
import { planHousehold } from './plan-household.ts'
import type { Chunk } from './records.ts'
import { addRepresentatives } from './representatives.ts'
import { settleHousehold } from './settle-household.ts'

/** From which age somebody directs a company. */
const directors = 30

/** About how many records are kept before they are given away. */
export const CHUNK = 2_000

/**
 * Generates the demo country: a pure function of its options, piece by piece, in an order in which what a record refers to
 * comes before it (registers as listed in `REGISTERS`, again and again). Exactly `people` persons, personas first;
 * fewer than the personas and their families cannot be had. Memory does not grow with the number of people.
 */
export function* generateCountry(options: CountryOptions): Generator<Chunk, void, undefined> {
  const country = createCountry(options)
  const addresses = createAddresses(country)
  const { companies, choose: employer } = addOrganisations(country)
  const personas = options.parameters.personas.map(persona => addPersona(country, persona, addresses, employer))
  const firms = options.parameters.personas.map(({ firm }) => firm === true)
  const heads = personas.filter((_, index) => firms[index]).map(({ person }) => person)
  yield { kind: 'officials', officials: createOfficials(country) }
  yield { kind: 'personas', personas }
  let settled = options.parameters.personas.reduce((sum, { members }) => sum + members.length, 0)
  for (let household = 0; settled < options.people; household++) {
    const random = country.random(`household/${household}`)
    const planned = planHousehold(country, random)
    const fits = settled + planned.members.length <= options.people
    const plan = fits ? planned : planHousehold(country, random, 'single')
    const residents = settleHousehold(country, random, plan, addresses.homeOf(household), employer)
    const head = residents.find(({ born }) => yearsBetween(born, options.asOf) >= directors)
    if (head !== undefined && heads.length < companies.length) heads.push(head.id)
    settled += plan.members.length
    if (country.waiting() >= CHUNK) yield* country.take()
  }
  addRepresentatives(country, companies, heads)
  yield* country.take()
}
