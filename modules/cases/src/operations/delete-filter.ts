import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { deleteFilter, filterNotFound } from '../contract/filter.ts'
import { removeFilter } from '../store/filters.ts'

/** Forgets a filter of the official. */
export const deleteFilterHandler = handle(deleteFilter, {
  tenant: input => input.organisation,
  async run({ filter }, { tx, actor }) {
    return (await removeFilter(tx, actor.id, filter)) ? { filter } : refuse(filterNotFound, { pointer: '/filter' })
  },
})
