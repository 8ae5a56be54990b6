import { handle } from '@tereze/foundation-operations'
import { searchData } from '../contract/meaning.ts'
import { packages } from '../contract/packages.ts'
import { findData } from '../rules/find-data.ts'
import { dataEntries } from '../views/data-entries.ts'

/** Finds concepts, registers, contracts and services. */
export const searchDataHandler = handle(searchData, {
  tenant: () => 'platform',
  async run({ words, kind }, context) {
    const entries = dataEntries(context.port(packages))
    return { items: findData(kind === undefined ? entries : entries.filter(entry => entry.kind === kind), words) }
  },
})
