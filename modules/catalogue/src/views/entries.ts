import type { Packages } from '../contract/packages.ts'
import { textOf } from '../contract/packages.ts'
import type { CatalogueEntry } from '../contract/search.ts'
import { isForPublic } from '../rules/is-for-public.ts'

/** Every situation and service for the public as a person sees it in a list; situations first. */
export function catalogueEntries(packages: Packages): CatalogueEntry[] {
  return (['situation', 'service'] as const).flatMap(kind =>
    packages
      .list(kind)
      .filter(isForPublic)
      .map(pack => {
        const card = pack.json.get(`${kind}.json`)
        return {
          kind,
          id: pack.id,
          title: textOf(pack, 'title'),
          summary: textOf(pack, 'summary'),
          picture: typeof card?.picture === 'string' ? card.picture : null,
        }
      }),
  )
}
