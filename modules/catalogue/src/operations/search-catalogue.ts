import { handle } from '@tereze/foundation-operations'
import { packages } from '../contract/packages.ts'
import { searchCatalogue } from '../contract/search.ts'
import { findEntries } from '../rules/find-entries.ts'
import { catalogueEntries } from '../views/entries.ts'

const most = 20

/** Finds situations and services by everyday words. */
export const searchCatalogueHandler = handle(searchCatalogue, {
  tenant: () => 'platform',
  async run({ words }, context) {
    const all = context.port(packages)
    return { items: findEntries(all, catalogueEntries(all), words).slice(0, most) }
  },
})
