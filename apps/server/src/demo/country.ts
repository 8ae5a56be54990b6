import type { PackageSet } from '@tereze/catalogue'
import { type CountryParameters, type DemoOfficial, type DemoPersona, generateCountry } from '@tereze/demo-country'
import type { Runner } from '@tereze/foundation-operations'
import type { IdentifierScheme } from '@tereze/identifiers'
import { appointOfficial, officialExists } from '@tereze/identity/contract'
import { type Actor, isRefused, type Refused, systemActor } from '@tereze/operation'
import { getRecord, importRecords } from '@tereze/registers/contract'

/** How the demo country is made. */
export interface CountryOrder {
  readonly seed: string
  /** Legal date, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly people: number
  /** Told of progress: records loaded so far. */
  readonly onProgress?: (records: number) => void
}

const batch = 500

/** The platform as the loader of the demo in an organisation. */
function loader(organisation: string): Actor {
  return { ...systemActor('demo', organisation), roles: ['platform'] }
}

function must<T>(value: T | Refused, what: string): T {
  if (isRefused(value)) throw new Error(`${what}: ${value.code} ${value.pointer} ${JSON.stringify(value.also)}`)
  return value
}

/** Makes the country that an order describes, again and again the same. */
export function countryOf(packages: PackageSet, order: CountryOrder) {
  const parameters = packages.get('demo', 'demo').json.get('country.json') as unknown as CountryParameters
  const identifiers = packages.get('jurisdiction', 'demo').json.get('identifiers.json') as {
    identifiers: readonly IdentifierScheme[]
  }
  const schemes = identifiers.identifiers.filter(scheme => 'check' in scheme)
  return generateCountry({ seed: order.seed, asOf: order.asOf, people: order.people, parameters, schemes })
}

/** Who may sign in for the story. */
export interface Story {
  readonly personas: readonly DemoPersona[]
  readonly officials: readonly DemoOfficial[]
}

/** People and officials of the story; they come before everybody else, so that nobody else need be generated. */
export function storyOf(packages: PackageSet, order: CountryOrder): Story {
  const story: { personas: readonly DemoPersona[]; officials: readonly DemoOfficial[] } = {
    personas: [],
    officials: [],
  }
  for (const chunk of countryOf(packages, order)) {
    if (chunk.kind === 'personas') story.personas = chunk.personas
    if (chunk.kind === 'officials') story.officials = chunk.officials
    if (story.personas.length > 0 && story.officials.length > 0) break
  }
  return story
}

async function isLoaded(runner: Runner, organisation: string, register: string, record: string): Promise<boolean> {
  return !isRefused(await runner.call(getRecord, { organisation, register, record }, loader(organisation)))
}

/** Loads the demo country through the platform's own operations. Begun again, it goes on where it was. */
export async function loadCountry(runner: Runner, packages: PackageSet, order: CountryOrder): Promise<void> {
  let loaded = 0
  for (const chunk of countryOf(packages, order)) {
    if (chunk.kind === 'officials') await appointAll(runner, chunk.officials)
    if (chunk.kind !== 'records') continue
    const organisation = String(packages.get('register', chunk.register).json.get('register.json')?.owner)
    for (let from = 0; from < chunk.records.length; from += batch) {
      const records = chunk.records
        .slice(from, from + batch)
        .map(({ id, data, validFrom }) => ({ record: id, data: { ...data }, validFrom }))
      loaded += records.length
      order.onProgress?.(loaded)
      if (await isLoaded(runner, organisation, chunk.register, records[0]?.record ?? '')) continue
      const input = { organisation, register: chunk.register, import: `demo:${order.seed}`, records }
      must(await runner.call(importRecords, input, loader(organisation)), `demo ${chunk.register}`)
    }
  }
}

async function appointAll(runner: Runner, officials: readonly DemoOfficial[]): Promise<void> {
  for (const { official, organisation, unit, territory = null, name, roles } of officials) {
    const input = { official, organisation, unit, territory, name: { ...name }, roles: [...roles] }
    const appointed = await runner.call(appointOfficial, input, loader(organisation))
    if (isRefused(appointed) && appointed.code === officialExists.code) continue
    must(appointed, `demo official of ${organisation}`)
  }
}
