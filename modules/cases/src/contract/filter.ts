import { OrganisationId, operation, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { TaskCriteria } from './task.ts'

/** There is no such saved filter, or it is another's. */
export const filterNotFound = refusal('cases.filter-not-found', 'not-found')
/** The official has a filter of this name already. */
export const filterNameTaken = refusal('cases.filter-name-taken', 'conflict')
/** The official keeps as many filters as one may. */
export const filtersTooMany = refusal('cases.filters-too-many', 'conflict')

/** A list of tasks that an official keeps under a name. */
export const SavedFilter = Type.Object({
  filter: TypedId('filter'),
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  criteria: TaskCriteria,
})
/** A list of tasks that an official keeps under a name. */
export type SavedFilter = Static<typeof SavedFilter>

/** Keeps a filter. */
export const saveFilter = operation({
  name: 'cases.save-filter',
  does: 'Keeps a filter of the own task lists under a name, or changes one that is kept; fifty at most.',
  input: Type.Object({
    organisation: OrganisationId,
    /** The filter to change; absent: a new one. */
    filter: Type.Optional(TypedId('filter')),
    name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
    criteria: TaskCriteria,
  }),
  output: Type.Object({ filter: TypedId('filter') }),
  permission: 'cases.filter.keep',
  refusals: [filterNotFound, filterNameTaken, filtersTooMany],
})

/** The filters that are kept. */
export const listFilters = operation({
  name: 'cases.list-filters',
  does: 'Lists the filters that the official keeps, by name.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(SavedFilter) }),
  permission: 'cases.filter.keep',
})

/** Forgets a filter. */
export const deleteFilter = operation({
  name: 'cases.delete-filter',
  does: 'Forgets a filter that the official keeps.',
  input: Type.Object({ organisation: OrganisationId, filter: TypedId('filter') }),
  output: Type.Object({ filter: TypedId('filter') }),
  permission: 'cases.filter.keep',
  refusals: [filterNotFound],
})
