import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { askedWords } from '@tereze/typed-search'
import { columnNotGranted } from '../contract/access.ts'
import { registerNotFound, suggestRecords, typedSearchUndeclared } from '../contract/record.ts'
import { isFoundByWords } from '../definition/definition.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { searchRefusal } from '../reading/search-refusal.ts'
import { isOpen } from '../rules/decide-access.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { labelAt } from '../rules/labels.ts'
import { listCurrent } from '../store/records.ts'
import { listSuggested } from '../store/suggest.ts'

const usualLimit = 10
const fewest = 2

/** Finds records by what one has typed so far. */
export const suggestRecordsHandler = handle(suggestRecords, {
  tenant: input => input.organisation,
  async run({ organisation, register, typed, where = {}, on, limit }, context) {
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    const grants = reader.general('suggest')
    if (grants.length === 0) return reader.refuse('suggest')
    if (!isFoundByWords(definition))
      return refuse(typedSearchUndeclared, { pointer: '/register', params: { register } })
    const refused = searchRefusal(context, definition, reader, { where, act: 'suggest' })
    if (refused !== null) return refused
    // What may not be seen may not be guessed by typing it either.
    const closed = definition.columns.find(
      ({ search, pointer }) => search === 'words' && !isOpen(definition, grants, pointer),
    )
    if (closed !== undefined)
      return refuse(columnNotGranted, {
        pointer: '/typed',
        params: { column: closed.name, label: labelAt(definition, closed.pointer) },
      })
    const words = askedWords(typed)
    if (words.reduce((length, { word }) => length + word.length, 0) < fewest) return { items: [] }
    const sought = { words, where, on: on ?? null, limit: limit ?? usualLimit }
    const ids = await listSuggested(context.tx, definition, sought)
    const found = new Map(
      (await listCurrent(context.tx, organisation, register, ids)).map(record => [record.record, record]),
    )
    const items = ids.flatMap(id => {
      const record = found.get(id)
      const shown = record === undefined ? null : reader.show('suggest', record)
      if (record === undefined || shown === null) return []
      context.concerns(subjectsOf(definition, record.record, record.data), [`register:${register}`])
      return [shown]
    })
    return { items }
  },
})
