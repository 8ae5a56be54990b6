import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { mergeRecords, mergeSource, mergeWithItself, recordsMerged } from '../contract/duplicate.ts'
import { recordChangedMeanwhile, recordMerged, recordNotFound, registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { addVersion, endRecord } from '../recording/add-version.ts'
import { moveReferences } from '../recording/move-references.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { updatePair } from '../store/duplicates.ts'
import { findSurvivor, insertMerge } from '../store/merges.ts'
import { findCurrent } from '../store/records.ts'

/** Merges a record into another one: it ends, its keys are free, what points to it points to the one that lives on. */
export const mergeRecordsHandler = handle(mergeRecords, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, ids, actor } = context
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    if (input.survivor === input.merged) return refuse(mergeWithItself, { pointer: '/merged' })
    const reader = readerOf(context, definition)
    const both = []
    for (const role of ['survivor', 'merged'] as const) {
      const current = await findCurrent(tx, tx.tenant, definition.id, input[role])
      if (current === null) {
        const survivor = await findSurvivor(tx, tx.tenant, definition.id, input[role])
        return survivor === null
          ? refuse(recordNotFound, { pointer: `/${role}` })
          : refuse(recordMerged, { pointer: `/${role}`, params: { survivor } })
      }
      if (current.version !== input[`${role}Version`])
        return refuse(recordChangedMeanwhile, { pointer: `/${role}Version`, params: { version: current.version } })
      both.push(current)
    }
    const [survivor, merged] = both
    if (survivor === undefined || merged === undefined) return refuse(recordNotFound, { pointer: '/survivor' })
    const grants = reader.grants('merge', survivor)
    if (grants.length === 0 || reader.grants('merge', merged).length === 0) return reader.refuse('merge')
    const merge = ids.newId('merge')
    context.concerns(subjectsOf(definition, merged.record, merged.data), [`register:${definition.id}`])
    const ended = await endRecord(context, definition, merged)
    if (ended !== null) return ended
    const written = await addVersion(context, definition, survivor, {
      data: input.data,
      validFrom: survivor.validFrom,
      source: mergeSource(merge, definition.owner),
      reason: input.reason,
      grants,
      kind: 'merge',
    })
    if (isRefused(written)) return written
    const move = { merge, from: merged.record, to: survivor.record, reason: input.reason, kind: 'merge' as const }
    const moved = await moveReferences(context, definition, move)
    if (isRefused(moved)) return moved
    insertMerge(
      tx,
      {
        id: merge,
        register: definition.id,
        survivor: survivor.record,
        merged: merged.record,
        survivor_version: survivor.version,
        merged_version: merged.version,
        result_version: written.version,
        moved,
        reason: input.reason,
        merged_by: actor.id,
      },
      now,
    )
    await updatePair(
      tx,
      definition.id,
      { one: survivor.record, other: merged.record },
      { state: 'merged', by: actor.id, now },
    )
    await context.emit(recordsMerged, {
      subject: survivor.record,
      data: { register: definition.id, merge, survivor: survivor.record, merged: merged.record },
    })
    return { merge, ...written, moved: moved.length }
  },
})
