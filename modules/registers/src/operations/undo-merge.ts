import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { mergeChangedSince, mergeNotFound, mergeSource, mergeUndone, undoMerge } from '../contract/duplicate.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { addVersion, reviveRecord } from '../recording/add-version.ts'
import { moveBack } from '../recording/move-references.ts'
import { differencesOf } from '../rules/leaves.ts'
import { reopenPair } from '../store/duplicates.ts'
import { findMerge, updateUndone } from '../store/merges.ts'
import { findCurrent, findVersion } from '../store/records.ts'

/** Undoes a merge: both records are as they were, what was moved points to its own again. Nothing is erased. */
export const undoMergeHandler = handle(undoMerge, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, actor } = context
    const kept = await findMerge(tx, tx.tenant, input.merge)
    const definition = kept === null ? null : findDefinition(context, tx.tenant, kept.register)
    if (kept === null || definition === null) return refuse(mergeNotFound, { pointer: '/merge' })
    const reader = readerOf(context, definition)
    if (reader.general('merge').length === 0) return reader.refuse('merge')
    const version = (record: string, number: number) => findVersion(tx, tx.tenant, definition.id, record, number)
    const current = await findCurrent(tx, tx.tenant, definition.id, kept.survivor)
    const before = await version(kept.survivor, kept.survivor_version)
    const ended = await version(kept.merged, kept.merged_version)
    if (current === null || before === null || ended === null)
      return refuse(mergeChangedSince, { pointer: '/merge', params: { version: current?.version ?? 0 } })
    if (current.version !== kept.result_version) {
      const made = await version(kept.survivor, kept.result_version)
      const also = differencesOf(made?.data ?? null, current.data).map(({ pointer }) => ({
        pointer,
        code: 'field.changed-since',
      }))
      return refuse(mergeChangedSince, { pointer: '/merge', params: { version: current.version }, also })
    }
    if (!(await updateUndone(tx, kept.id, { by: actor.id, reason: input.reason, now })))
      return refuse(mergeNotFound, { pointer: '/merge' })
    const source = mergeSource(kept.id, definition.owner)
    const common = { source, reason: input.reason, kind: 'unmerge' as const }
    const restored = await addVersion(context, definition, current, {
      ...common,
      data: before.data,
      validFrom: before.validFrom,
      grants: null,
    })
    if (isRefused(restored)) return restored
    const revived = await reviveRecord(context, definition, ended, common)
    if (isRefused(revived)) return revived
    const move = { merge: kept.id, from: kept.survivor, to: kept.merged, reason: input.reason, kind: common.kind }
    const stuck = await moveBack(context, kept.moved, move)
    if (stuck !== null) return stuck
    reopenPair(tx, definition.id, { one: kept.survivor, other: kept.merged })
    const { survivor, merged } = kept
    await context.emit(mergeUndone, {
      subject: survivor,
      data: { register: definition.id, merge: kept.id, survivor, merged },
    })
    return { survivor, merged }
  },
})
