import { createPackageSet, openPackage, PackageUnreadable, readContent } from '@tereze/catalogue'
import { findOrganisation, type Packages } from '@tereze/catalogue/contract'
import type { Concept } from '@tereze/meta-model'
import { languages } from '@tereze/operation'
import type { Meanings, Named } from '@tereze/vitrine'
import { UsageWrong } from '../command.ts'

/** The meta-model of a content folder, and what its concepts are called. */
export interface Known extends Meanings {
  readonly named: readonly Named[]
  /** The time zone of an organisation. @throws UsageWrong when there is no such organisation. */
  zoneOf(organisation: string): string
}

/** Reads the meta-model of a content folder; packages that cannot be read are left to `tereze check`. */
export async function readMeanings(root: string): Promise<Known> {
  const set = createPackageSet()
  for (const source of await readContent(root)) {
    if (source.kind !== 'concept' && source.kind !== 'organisation') continue
    try {
      set.add(openPackage(source))
    } catch (error) {
      if (!(error instanceof PackageUnreadable)) throw error
    }
  }
  return meaningsIn(set)
}

function meaningsIn(set: Packages): Known {
  const declared = set
    .list('concept')
    .flatMap(pack =>
      [...pack.json.values()].flatMap(({ concepts }) =>
        ((concepts ?? []) as unknown as readonly Concept[]).map(concept => ({ concept, pack })),
      ),
    )
  const byId = new Map(declared.map(entry => [entry.concept.id, entry]))
  const nameOf: Known['nameOf'] = (id, language) => byId.get(id)?.pack.messages.text(`${id}.name`, language) ?? id
  return {
    concepts: new Map(declared.map(({ concept }) => [concept.id, concept])),
    nameOf,
    named: declared.map(({ concept: { id }, concept }) => ({
      concept,
      names: [id, ...languages.map(language => nameOf(id, language))],
    })),
    zoneOf(id) {
      const organisation = findOrganisation(set, id)
      if (organisation === null)
        throw new UsageWrong(`there is no organisation "${id}"`, 'Organisations are in content/organisations.')
      return organisation.zone
    },
  }
}
