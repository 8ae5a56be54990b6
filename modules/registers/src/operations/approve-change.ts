import { type Context, handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  approveChange,
  changeDecided,
  changeDecidedOn,
  changeNotFound,
  changeOwn,
  changeStale,
  changeUnseen,
} from '../contract/change.ts'
import { recordChangedMeanwhile } from '../contract/record.ts'
import type { RegisterDefinition } from '../definition/definition.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { addRecord, addVersion, type Entry } from '../recording/add-version.ts'
import { isOpen } from '../rules/decide-access.ts'
import { differencesOf } from '../rules/leaves.ts'
import { findChange, type StoredChange, updateDecision, updateResult } from '../store/changes.ts'
import { findCurrent, findVersion, type StoredRecord } from '../store/records.ts'

/** What changed in the record since the change was asked for; null while nothing did. */
async function staleness(context: Context, change: StoredChange, current: StoredRecord | null) {
  if (change.record === null || (current !== null && current.version === change.baseVersion)) return null
  const { tx } = context
  const base = await findVersion(tx, tx.tenant, change.register, change.record, change.baseVersion ?? 0)
  const also = differencesOf(base?.data ?? null, current?.data ?? {}).map(({ pointer }) => ({
    pointer,
    code: 'field.changed-since',
  }))
  return refuse(changeStale, { pointer: '/change', params: { version: current?.version ?? 0 }, also })
}

function carryOut(
  context: Context,
  definition: RegisterDefinition,
  change: StoredChange,
  current: StoredRecord | null,
) {
  const entry: Entry = {
    data: change.data,
    validFrom: change.validFrom ?? undefined,
    source: change.source,
    reason: change.reason,
    grants: null,
    kind: 'change',
    asked: { by: change.askedBy, ground: change.ground },
  }
  return current === null
    ? addRecord(context, definition, context.ids.newId(definition.idPrefix), entry)
    : addVersion(context, definition, current, entry)
}

/** Approves a change that somebody else asked for; it takes effect at once, and once only. */
export const approveChangeHandler = handle(approveChange, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, actor } = context
    const change = await findChange(tx, tx.tenant, input.change)
    const definition = change === null ? null : findDefinition(context, tx.tenant, change.register)
    if (change === null || definition === null) return refuse(changeNotFound, { pointer: '/change' })
    const reader = readerOf(context, definition)
    const grants = reader.general('approve')
    if (grants.length === 0) return reader.refuse('approve')
    if (change.state !== 'waiting')
      return refuse(changeDecided, { pointer: '/change', params: { state: change.state } })
    if (change.askedBy === actor.id) return refuse(changeOwn, { pointer: '/change' })
    const current = change.record === null ? null : await findCurrent(tx, tx.tenant, change.register, change.record)
    const stale = await staleness(context, change, current)
    if (stale !== null) return stale
    const unseen = differencesOf(current?.data ?? null, change.data).filter(
      ({ pointer }) => !isOpen(definition, grants, pointer),
    )
    if (unseen.length > 0) {
      const also = unseen.map(({ pointer }) => ({ pointer, code: 'field.unseen' }))
      return refuse(changeUnseen, { pointer: '/change', also })
    }
    const decision = { state: 'approved' as const, by: actor.id, reason: input.reason ?? null, now }
    if (!(await updateDecision(tx, change.change, decision)))
      return refuse(changeDecided, { pointer: '/change', params: { state: 'approved' } })
    const written = await carryOut(context, definition, change, current)
    if ('code' in written) {
      if (written.code !== recordChangedMeanwhile.code)
        return written as Exclude<typeof written, { code: typeof recordChangedMeanwhile.code }>
      return refuse(changeStale, { pointer: '/change', params: { version: (current?.version ?? 0) + 1 } })
    }
    updateResult(tx, change.change, written)
    await context.emit(changeDecidedOn, {
      subject: written.record,
      data: { register: definition.id, change: change.change, state: 'approved' },
    })
    return written
  },
})
