import { handle } from '@tereze/foundation-operations'
import { packages } from '../contract/packages.ts'
import { listCatalogue } from '../contract/search.ts'
import { catalogueEntries } from '../views/entries.ts'

/** All situations and services. */
export const listCatalogueHandler = handle(listCatalogue, {
  tenant: () => 'platform',
  run: async (_input, context) => ({ items: catalogueEntries(context.port(packages)) }),
})
