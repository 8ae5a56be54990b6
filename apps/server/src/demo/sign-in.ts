import type { PackageSet } from '@tereze/catalogue'
import { getOrganisation, textOf } from '@tereze/catalogue/contract'
import type { DemoOfficial, DemoPersona } from '@tereze/demo-country'
import type { Runner } from '@tereze/foundation-operations'
import { type DemoIdentity, type DemoSignIn, demoPhone } from '@tereze/identity'
import { isRefused, type PersonName, systemActor } from '@tereze/operation'
import { findRecords, getRecord } from '@tereze/registers/contract'

function nameOf({ given, family }: PersonName): string {
  return `${given} ${family}`
}

const personaIdentity = ({ person, persona, name }: DemoPersona): DemoIdentity => ({
  id: person,
  kind: 'person',
  name: nameOf(name),
  about: `identity.demo.persona.${persona}`,
  organisation: null,
})

/** The name of a region; nothing where it has none. */
function regionName(packages: PackageSet, region: string | null | undefined): Pick<DemoIdentity, 'regionName'> {
  const country = packages.get('jurisdiction', 'demo')
  const key = `region.${region ?? ''}`
  return country.messages.has(key) ? { regionName: textOf(country, key) } : {}
}

/** An official, with the region where the office is limited to the territory of one. */
function officialIdentity(
  packages: PackageSet,
  { official, organisation, territory, name, roles }: DemoOfficial,
): DemoIdentity {
  const { name: organisationName, departments } = getOrganisation(packages, organisation)
  const within = territory === undefined ? null : departments.find(department => department.territory === territory)
  return {
    id: official,
    kind: 'official',
    name: nameOf(name),
    about: `identity.demo.role.${roles[0] ?? ''}`,
    organisation,
    organisationName,
    ...regionName(packages, within?.region),
  }
}

/** The demo's sign-in: the people of the story first, then anybody of the country; codes come to a phone on the page. */
export function createDemoSignIn(
  parts: { runner: () => Runner; packages: PackageSet },
  story: () => { personas: readonly DemoPersona[]; officials: readonly DemoOfficial[] },
): DemoSignIn {
  const owner = () => String(parts.packages.get('register', 'people').json.get('register.json')?.owner ?? '')
  const actor = () => ({ ...systemActor('demo', owner()), roles: ['platform'] })
  const known = () => [
    ...story().personas.map(personaIdentity),
    ...story().officials.map(official => officialIdentity(parts.packages, official)),
  ]

  async function byName(column: 'family' | 'given', word: string, limit: number): Promise<DemoIdentity[]> {
    const found = await parts
      .runner()
      .call(findRecords, { organisation: owner(), register: 'people', where: { [column]: word }, limit }, actor())
    if (isRefused(found)) return []
    return found.items.map(({ record, data }) => ({
      id: record,
      kind: 'person' as const,
      name: nameOf(data.name as PersonName),
      about: null,
      organisation: null,
      ...(typeof data.born === 'string' ? { birthYear: data.born.slice(0, 4) } : {}),
      ...regionName(parts.packages, (data.residence as { region?: string } | undefined)?.region),
    }))
  }

  return {
    ...demoPhone(),
    identities: async () => known(),
    async search(words, limit) {
      const wanted = words
        .toLowerCase()
        .split(/\s+/)
        .filter(word => word !== '')
      const fits = (name: string) => wanted.every(word => name.toLowerCase().includes(word))
      const first = known().filter(({ name }) => fits(name))
      const [word] = wanted
      if (word === undefined) return first.slice(0, limit)
      const others = [...(await byName('family', word, limit)), ...(await byName('given', word, limit))].filter(
        ({ name }) => fits(name),
      )
      const seen = new Map([...first, ...others].map(identity => [identity.id, identity]))
      return [...seen.values()].slice(0, limit)
    },
    async find(id) {
      const one = known().find(identity => identity.id === id)
      if (one !== undefined || !id.startsWith('person_')) return one ?? null
      const record = await parts
        .runner()
        .call(getRecord, { organisation: owner(), register: 'people', record: id }, actor())
      if (isRefused(record)) return null
      return { id, kind: 'person', name: nameOf(record.data.name as PersonName), about: null, organisation: null }
    },
  }
}
