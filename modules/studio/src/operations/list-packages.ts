import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { type DraftKind, listPackages } from '../contract/index.ts'
import { cardOf } from '../rules/decide-path.ts'
import { ownerOfCard } from '../rules/package-files.ts'

/** Packages that drafts may begin from. */
export const listPackagesHandler = handle(listPackages, {
  tenant: input => input.organisation,
  async run({ organisation }, { port }) {
    const all = port(packages)
    const items = (Object.keys(cardOf) as DraftKind[]).flatMap(kind =>
      all
        .list(kind)
        .filter(pack => ownerOfCard(pack.json.get(cardOf[kind]) ?? {}) === organisation)
        .map(pack => ({ kind, package: pack.id, title: textOf(pack, 'title'), version: pack.version })),
    )
    return { items }
  },
})
