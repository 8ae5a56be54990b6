import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { filterNameTaken, filterNotFound, filtersTooMany, saveFilter } from '../contract/filter.ts'
import { countFilters, findFilter, upsertFilter } from '../store/filters.ts'

/** Filters that one official may keep. */
const most = 50

/** Keeps a filter of the official, or changes one. */
export const saveFilterHandler = handle(saveFilter, {
  tenant: input => input.organisation,
  async run({ organisation, filter, name, criteria }, { tx, actor, ids }) {
    const kept = await countFilters(tx, actor.id)
    if (filter === undefined && kept >= most) return refuse(filtersTooMany, { params: { most } })
    if (filter !== undefined && (await findFilter(tx, organisation, actor.id, filter)) === null)
      return refuse(filterNotFound, { pointer: '/filter' })
    const id = filter ?? ids.newId('filter')
    const saved = await upsertFilter(tx, { id, official: actor.id, name: name.trim(), criteria })
    return saved ? { filter: id } : refuse(filterNameTaken, { pointer: '/name' })
  },
})
