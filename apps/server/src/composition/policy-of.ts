import type { PolicySource } from '@tereze/access'
import type { Policy } from '@tereze/access/contract'
import type { Parents } from '@tereze/access-policy'
import { listPublishedOrganisations, type Package, type Packages, textOf } from '@tereze/catalogue/contract'

/** The policy as the published content has it, and who stands above whom; remembered while the content is the same. */
export function policyOf(packages: Packages): PolicySource {
  let known: { hash: string; policy: Policy } | null = null
  let tree: { list: readonly Package[]; parents: Parents } | null = null
  return {
    policy() {
      const [pack] = packages.list('access')
      if (pack === undefined) throw new Error('no access policy is published')
      if (known?.hash !== pack.hash)
        known = { hash: pack.hash, policy: pack.json.get('policy.json') as unknown as Policy }
      return known.policy
    },
    words(key) {
      const [pack] = packages.list('access')
      return pack === undefined ? { en: key, ru: key, kk: key } : textOf(pack, key)
    },
    parents() {
      const list = packages.list('organisation')
      if (tree?.list !== list) {
        const parents = listPublishedOrganisations(packages).flatMap(({ id, parent }) =>
          parent === null ? [] : [[id, parent] as const],
        )
        tree = { list, parents: new Map(parents) }
      }
      return tree.parents
    },
  }
}
