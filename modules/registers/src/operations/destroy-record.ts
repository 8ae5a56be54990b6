import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { recordChangedMeanwhile, recordNotFound, registerNotFound } from '../contract/record.ts'
import { destroyRecord, recordDestroyed, recordReferenced, recordStillKept } from '../contract/retention.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { legalDateOf } from '../recording/add-version.ts'
import { referrersOf } from '../recording/move-references.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { keptUntil } from '../rules/kept-until.ts'
import { deleteRecord, insertDestruction } from '../store/destructions.ts'
import { findCurrent } from '../store/records.ts'
import { listPointingTo } from '../store/references.ts'

/** Destroys a record whose time to be kept is over; that it was destroyed stays, with the ground. */
export const destroyRecordHandler = handle(destroyRecord, {
  tenant: input => input.organisation,
  async run({ organisation, register, record, version, reason }, context) {
    const { tx, now, actor } = context
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    const [grant] = reader.general('destroy')
    if (grant === undefined) return reader.refuse('destroy')
    const current = await findCurrent(tx, tx.tenant, register, record)
    if (current === null) return refuse(recordNotFound, { pointer: '/record' })
    if (current.version !== version) return refuse(recordChangedMeanwhile, { params: { version: current.version } })
    const until = keptUntil(definition, current)
    if (until === null || until > legalDateOf(context, organisation))
      return refuse(recordStillKept, { pointer: '/record', params: { until: until ?? '—' } })
    for (const { definition: referrer, pointers } of referrersOf(context, definition)) {
      const [first] = await listPointingTo(tx, referrer, pointers, record, 1)
      if (first !== undefined && first.record !== record)
        return refuse(recordReferenced, { pointer: '/record', params: { register: referrer.id, record: first.record } })
    }
    context.concerns(subjectsOf(definition, record, current.data), [`register:${register}`])
    const versions = await deleteRecord(tx, definition, record)
    const { ground } = grant
    insertDestruction(tx, { register, record, versions, keptUntil: until, ground, reason, by: actor.id, now })
    await context.emit(recordDestroyed, { subject: record, data: { register, record }, ground })
    return { record, versions }
  },
})
