import { packages } from '@tereze/catalogue/contract'
import { type Context, subscriber } from '@tereze/foundation-operations'
import { recordsMerged } from '../contract/duplicate.ts'
import { recordChanged, recordRegistered } from '../contract/record.ts'
import { recordDestroyed } from '../contract/retention.ts'
import { type WatchedEvent, watchedChanged } from '../contract/watch.ts'
import type { RegisterDefinition } from '../definition/definition.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { mayWatch, watchNotice } from '../rules/may-watch.ts'
import { listProjected } from '../store/projection.ts'
import { findCurrent } from '../store/records.ts'
import { endOpenWatch, listOpenWatches, updateLastHappening, type WatchRow } from '../store/watches.ts'

const eventOf: Readonly<Record<string, WatchedEvent>> = {
  [recordRegistered.type]: 'registered',
  [recordChanged.type]: 'changed',
  [recordsMerged.type]: 'merged',
  [recordDestroyed.type]: 'destroyed',
}

/** Whether a watch is of this record: by its id, or because the record fits the search now. */
async function isOf({ tx }: Context, definition: RegisterDefinition, { record, where }: WatchRow, id: string) {
  if (where === null) return record === id
  return (await listProjected(tx, definition, { ...where, id }, null, 1)).length > 0
}

/** Something happened to a record: whoever watches it, or a search that it fits, is told, as far as the register still lets them see it. */
export const onWatched = subscriber({
  name: 'registers.on-watched',
  on: [recordRegistered, recordChanged, recordsMerged, recordDestroyed],
  tenant: ({ tenant, data }, ports) =>
    ports.get(packages).find('register', data.register)?.text.has(`notices/${watchNotice}.md`) ? tenant : null,
  async react({ tenant, type, time, data }, context) {
    const { tx, now } = context
    const { register } = data
    const record = 'merged' in data ? data.merged : data.record
    const event = eventOf[type]
    const definition = findDefinition(context, tenant, register)
    if (definition === null || event === undefined) return
    const watches = await listOpenWatches(tx, register, record, now)
    if (watches.length === 0) return
    const current = await findCurrent(tx, tenant, register, record)
    for (const watch of watches) {
      const isEarlier = Date.parse(time) < Date.parse(watch.madeAt)
      if (isEarlier || !(await isOf(context, definition, watch, record))) continue
      const { id, watcher } = watch
      // Of a record that is no more nobody is told whom it was about; whoever watched it could see it.
      const may = current === null || mayWatch(definition, watch, subjectsOf(definition, record, current.data))
      if (!may) {
        await endOpenWatch(tx, id, { watcher, reason: 'stopped', now })
        continue
      }
      updateLastHappening(tx, id, { event, record, at: new Date(time) })
      await context.emit(watchedChanged, { subject: id, data: { watch: id, watcher, register, record, event } })
    }
  },
})
