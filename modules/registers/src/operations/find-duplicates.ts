import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { findDuplicates, matchingUndeclared, searchUnderWay } from '../contract/duplicate.ts'
import { registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { isSearching } from '../store/duplicates.ts'
import { insertUpkeep, listUpkeepRows } from '../store/upkeep.ts'

/** Begins a search for duplicates; the job of the module does it in portions. */
export const findDuplicatesHandler = handle(findDuplicates, {
  tenant: input => input.organisation,
  async run({ organisation, register, whole }, context) {
    const { tx, now, ids, actor } = context
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    if (reader.general('merge').length === 0) return reader.refuse('merge')
    if (definition.matching === null) return refuse(matchingUndeclared, { pointer: '/register', params: { register } })
    if (await isSearching(tx, organisation, register)) return refuse(searchUnderWay, { params: { register } })
    const earlier = (await listUpkeepRows(tx, organisation, register)).find(
      ({ work, state }) => work === 'duplicates' && state === 'done',
    )
    // Ids grow with time: what was added since the last search comes after its last record.
    const cursor = whole === true ? '' : (earlier?.cursor ?? '')
    const key = ids.newId('search')
    await insertUpkeep(tx, { register, work: 'duplicates', key, cursor, by: actor.id, now })
    return { work: 'duplicates', key }
  },
})
