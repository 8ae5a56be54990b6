import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CountryParameters, generateCountry } from '@tereze/demo-country'
import type { IdentifierScheme } from '@tereze/identifiers'

/** A married woman of the demo country: a name is all that is asked of her when a child is born. */
export interface Mother {
  readonly person: string
  readonly identifier: string
  readonly phone: string
  readonly region: string
  /** Record ids of her accounts. */
  readonly accounts: readonly string[]
}

const content = new URL('../../content/', import.meta.url)
const read = (path: string) => JSON.parse(readFileSync(new URL(path, content), 'utf8'))

interface Inhabitant {
  readonly sex: string
  readonly born: string
  readonly identifier?: string
  readonly phone?: string
  readonly residence: { readonly region: string }
}

/** The demo country that lies in a data folder. */
function countryOf(folder: string) {
  const { seed, asOf, people } = JSON.parse(readFileSync(join(folder, 'demo/state.json'), 'utf8'))
  const parameters = read('demo/country.json') as CountryParameters
  const { identifiers } = read('jurisdictions/demo/identifiers.json') as { identifiers: readonly IdentifierScheme[] }
  const schemes = identifiers.filter(scheme => 'check' in scheme)
  return { asOf: String(asOf), chunks: generateCountry({ seed, asOf, people, parameters, schemes }) }
}

/** A case-worker of an organisation of the demo country. */
export function caseWorkerOf(folder: string, organisation: string): string {
  for (const chunk of countryOf(folder).chunks) {
    if (chunk.kind !== 'officials') continue
    const worker = chunk.officials.find(one => one.organisation === organisation && one.roles.includes('case-worker'))
    if (worker !== undefined) return worker.official
  }
  throw new Error(`${organisation} has no case-worker`)
}

/** Married women of 20 to 42 years who have a number, a phone and an account, in the demo country that lies in a data folder. */
export function mothersOf(folder: string): Mother[] {
  const { asOf, chunks } = countryOf(folder)
  const women = new Map<string, Inhabitant & { identifier: string; phone: string }>()
  const accounts = new Map<string, string[]>()
  const wives = new Set<string>()
  const personas = new Set<string>()
  for (const chunk of chunks) {
    if (chunk.kind === 'personas') for (const { person } of chunk.personas) personas.add(person)
    if (chunk.kind !== 'records') continue
    for (const { id, data } of chunk.records) {
      if (chunk.register === 'people') {
        const { sex, born, identifier, phone, residence } = data as unknown as Inhabitant
        const age = Number(asOf.slice(0, 4)) - Number(born.slice(0, 4))
        if (sex !== 'female' || age < 20 || age > 42 || identifier === undefined || phone === undefined) continue
        if (!personas.has(id)) women.set(id, { sex, born, identifier, phone, residence })
      }
      if (chunk.register === 'families' && data.kind === 'marriage') wives.add(String(data.spouseA))
      if (chunk.register === 'bank-accounts') {
        const person = String(data.person)
        accounts.set(person, [...(accounts.get(person) ?? []), id])
      }
    }
  }
  return [...women].flatMap(([person, { identifier, phone, residence }]) => {
    const own = accounts.get(person)
    return own === undefined || !wives.has(person)
      ? []
      : [{ person, identifier, phone, region: residence.region, accounts: own }]
  })
}
