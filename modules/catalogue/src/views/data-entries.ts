import { meantBy } from '@tereze/meta-model'
import type { DataEntry } from '../contract/meaning.ts'
import { findOrganisation } from '../contract/organisation.ts'
import { type Package, type Packages, textOf } from '../contract/packages.ts'
import { conceptsOf, schemasOf } from '../rules/concepts-of.ts'

/** The name of an organisation in three languages; its id where nobody published it. */
export function nameOfOrganisation(packages: Packages, id: string): DataEntry['title'] {
  return findOrganisation(packages, id)?.name ?? { en: id, ru: id, kk: id }
}

/** A word of a concept (`name`, `definition`) in three languages. */
export function conceptText(packages: Packages, id: string, word: 'name' | 'definition'): DataEntry['title'] {
  return textOf(packages.get('concept', 'concepts'), `${id}.${word}`)
}

const cards = { register: 'owner', contract: 'provider', service: 'owner' } as const

function entryOf(packages: Packages, pack: Package, kind: keyof typeof cards): DataEntry {
  const concepts = conceptsOf(packages)
  const named = schemasOf(pack).flatMap(({ fields }) => meantBy(fields, concepts).map(({ concept }) => concept.id))
  const owner = pack.json.get(`${kind}.json`)?.[cards[kind]]
  return {
    kind,
    id: pack.id,
    title: textOf(pack, 'title'),
    summary: pack.messages.has('summary') ? textOf(pack, 'summary') : null,
    owner: nameOfOrganisation(packages, typeof owner === 'string' ? owner.replace(/^org:/, '') : ''),
    concepts: [...new Set(named)].map(id => ({ id, name: conceptText(packages, id, 'name') })),
  }
}

/** Everything that the data catalogue holds: concepts, registers, contracts, services. */
export function dataEntries(packages: Packages): DataEntry[] {
  return [
    ...[...conceptsOf(packages).values()].map(({ id, owner }) => ({
      kind: 'concept' as const,
      id,
      title: conceptText(packages, id, 'name'),
      summary: conceptText(packages, id, 'definition'),
      owner: nameOfOrganisation(packages, owner),
      concepts: [],
    })),
    ...(['register', 'contract', 'service'] as const).flatMap(kind =>
      packages.list(kind).map(pack => entryOf(packages, pack, kind)),
    ),
  ]
}
