import type { Language } from '@tereze/operation'
import type { Package, Packages } from './packages.ts'

/** A unit of an organisation. */
export interface Department {
  readonly id: string
  readonly parent: string | null
  readonly territory: string | null
  /** The region that it works for; null: none. */
  readonly region: string | null
}

/** What the platform knows of an organisation from the published content. */
export interface Organisation {
  readonly id: string
  readonly kind: string
  readonly jurisdiction: string
  /** The level of the state that it belongs to. */
  readonly level: 'national' | 'regional' | 'municipal'
  readonly zone: string
  readonly calendar: string
  readonly regions: readonly string[]
  readonly parent: string | null
  /** Its units, each perhaps within another, with the code of the territory that it serves and the region it works for. */
  readonly departments: readonly Department[]
  readonly member: { readonly systems: readonly { readonly id: string; readonly algorithm: string }[] } | null
  readonly name: Readonly<Record<Language, string>>
}

interface Declared {
  id: string
  kind: string
  jurisdiction: string
  level?: Organisation['level']
  zone: string
  calendar: string
  regions?: readonly string[]
  parent?: string
  departments?: readonly { id: string; parent?: string; territory?: string; region?: string }[]
  member?: Organisation['member']
}

/** All published organisations. */
export function listPublishedOrganisations(packages: Packages): Organisation[] {
  return packages.list('organisation').flatMap(pack =>
    [...pack.json.values()].map(file => {
      const declared = file as unknown as Declared
      const text = (language: Language) => pack.messages.text(`${declared.id}.name`, language)
      return {
        id: declared.id,
        kind: declared.kind,
        jurisdiction: declared.jurisdiction,
        level: declared.level ?? 'national',
        zone: declared.zone,
        calendar: declared.calendar,
        regions: declared.regions ?? [],
        parent: declared.parent ?? null,
        departments: (declared.departments ?? []).map(({ id, parent = null, territory = null, region = null }) => ({
          id,
          parent,
          territory,
          region,
        })),
        member: declared.member ?? null,
        name: { en: text('en'), ru: text('ru'), kk: text('kk') },
      }
    }),
  )
}

const remembered = new WeakMap<readonly Package[], Map<string, Organisation>>()

/** One organisation, or null. */
export function findOrganisation(packages: Packages, id: string): Organisation | null {
  const list = packages.list('organisation')
  let known = remembered.get(list)
  if (known === undefined) {
    known = new Map(listPublishedOrganisations(packages).map(organisation => [organisation.id, organisation]))
    remembered.set(list, known)
  }
  return known.get(id) ?? null
}

/**
 * One organisation that must be published.
 * @throws Error when it is not.
 */
export function getOrganisation(packages: Packages, id: string): Organisation {
  const organisation = findOrganisation(packages, id)
  if (organisation === null) throw new Error(`organisation ${id} is not published`)
  return organisation
}
