import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { recordNotFound, registerNotFound } from '../contract/record.ts'
import { watchesTooMany, watchRecords, watchUnsupported } from '../contract/watch.ts'
import { readerOf, whoIs } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { searchRefusal } from '../reading/search-refusal.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { mostWatches, watcherOf, watchLasts, watchNotice } from '../rules/may-watch.ts'
import { findCurrent } from '../store/records.ts'
import { countOpenWatches, insertWatch } from '../store/watches.ts'

/** Watches a record, or what fits a search. */
export const watchRecordsHandler = handle(watchRecords, {
  tenant: input => input.organisation,
  async run({ organisation, register, record, where = {} }, context) {
    const { tx, now, actor } = context
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const pack = context.port(packages).find('register', register)
    if (pack?.text.has(`notices/${watchNotice}.md`) !== true)
      return refuse(watchUnsupported, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    if (record !== undefined) {
      const current = await findCurrent(tx, organisation, register, record)
      if (current === null) return refuse(recordNotFound, { pointer: '/record' })
      if (reader.show('see', current) === null)
        return actor.kind === 'person' ? refuse(recordNotFound, { pointer: '/record' }) : reader.refuse('see')
      context.concerns(subjectsOf(definition, record, current.data), [`register:${register}`])
    } else {
      const refused = searchRefusal(context, definition, reader, { where, act: 'search' })
      if (refused !== null) return refused
    }
    if ((await countOpenWatches(tx, watcherOf(actor), now)) >= mostWatches)
      return refuse(watchesTooMany, { params: { most: mostWatches } })
    const watch = context.ids.newId('watch')
    const until = new Date(now.getTime() + watchLasts)
    insertWatch(tx, {
      id: watch,
      register,
      record: record ?? null,
      where: record === undefined ? where : null,
      watcher: watcherOf(actor),
      who: whoIs(actor, undefined, definition.owner),
      now,
      until,
    })
    return { watch, until: until.toISOString() }
  },
})
