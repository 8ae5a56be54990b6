import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listDatasets } from '../contract/dataset.ts'
import { speaksOf } from '../rules/speaks-of.ts'
import { listNewest } from '../store/versions.ts'
import { cardOf, wordsOf } from '../views/dataset-views.ts'

/** Lists the datasets, in the order of their names. */
export const listDatasetsHandler = handle(listDatasets, {
  tenant: () => 'platform',
  async run({ words = '' }, context) {
    const all = context.port(packages)
    const newest = new Map((await listNewest(context.tx)).map(version => [version.dataset, version]))
    const found = all.list('dataset').filter(pack => speaksOf(wordsOf(all, pack), words))
    return { items: found.map(pack => cardOf(all, pack, newest.get(pack.id) ?? null)) }
  },
})
