import { handle } from '@tereze/foundation-operations'
import { listFilters } from '../contract/filter.ts'
import { listFiltersOf } from '../store/filters.ts'

/** Lists the filters that the official keeps. */
export const listFiltersHandler = handle(listFilters, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, actor }) {
    const filters = await listFiltersOf(tx, organisation, actor.id)
    return { items: filters.map(({ id, name, criteria }) => ({ filter: id, name, criteria })) }
  },
})
