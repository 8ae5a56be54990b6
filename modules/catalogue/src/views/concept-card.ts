import { type Concept, lineageAround, meantBy } from '@tereze/meta-model'
import type { ConceptCard, ConceptName } from '../contract/meaning.ts'
import { type Package, type Packages, textOf } from '../contract/packages.ts'
import { conceptsOf, schemasOf } from '../rules/concepts-of.ts'
import { groupLineage } from '../rules/group-lineage.ts'
import { keptLineage } from '../rules/kept-lineage.ts'
import { operationsOf } from '../rules/operations-of.ts'
import { conceptText, nameOfOrganisation } from './data-entries.ts'

/** Where in a package a concept is named, as pointers into its data. */
function placesOf(packages: Packages, pack: Package, concept: string): string[] {
  const concepts = conceptsOf(packages)
  return schemasOf(pack).flatMap(({ at, fields }) =>
    meantBy(fields, concepts)
      .filter(({ concept: { id } }) => id === concept)
      .map(({ field }) => `${at}${field.path}`),
  )
}

function sourcesOf(packages: Packages, concept: string): ConceptCard['sources'] {
  return packages.list('register').flatMap(pack => {
    const fields = placesOf(packages, pack, concept)
    const { owner } = pack.json.get('register.json') as unknown as { owner: string }
    if (fields.length === 0) return []
    return [{ register: pack.id, title: textOf(pack, 'title'), owner: nameOfOrganisation(packages, owner), fields }]
  })
}

interface Granted {
  readonly access: readonly {
    readonly consumer: string
    readonly purpose: string
    readonly ground: string
    readonly until: string
  }[]
}

function consumersOf(packages: Packages, concept: string): ConceptCard['consumers'] {
  return packages.list('contract').flatMap(pack => {
    const isAnswered = placesOf(packages, pack, concept).some(place => place.startsWith('/response'))
    if (!isAnswered) return []
    const { access } = pack.json.get('contract.json') as unknown as Granted
    return access.map(({ consumer, purpose, ground, until }) => ({
      consumer: nameOfOrganisation(packages, consumer),
      contract: pack.id,
      title: textOf(pack, 'title'),
      purpose,
      ground,
      until,
    }))
  })
}

/** A concept with everything that the published packages say of it. */
export function conceptCard(
  packages: Packages,
  { id, type, codes = [], owner, broader, parts = {} }: Concept,
): ConceptCard {
  const named = (other: string): ConceptName => ({ id: other, name: conceptText(packages, other, 'name') })
  const graph = keptLineage(packages)
  const seeds = graph.nodes.filter(node => node.concept === id).map(node => node.id)
  const { groups, edges } = groupLineage(lineageAround(graph, seeds), new Set(seeds))
  const titleOf = (of: { readonly kind: string; readonly id: string }) =>
    textOf(packages.get(of.kind as 'register' | 'contract' | 'service', of.id), 'title')
  return {
    id,
    name: conceptText(packages, id, 'name'),
    definition: conceptText(packages, id, 'definition'),
    type,
    codes: [...codes],
    owner: nameOfOrganisation(packages, owner),
    broader: broader === undefined ? null : named(broader),
    narrower: [...conceptsOf(packages).values()].filter(other => other.broader === id).map(other => named(other.id)),
    parts: Object.values(parts).map(named),
    sources: sourcesOf(packages, id),
    consumers: consumersOf(packages, id),
    operations: [...new Set(groups.flatMap(({ stage }) => operationsOf[stage]))],
    lineage: {
      boxes: groups.map(group => ({ ...group, places: [...group.places], title: titleOf(group.package) })),
      edges,
    },
  }
}
