import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listMerges } from '../contract/duplicate.ts'
import { registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { listMergeRows } from '../store/merges.ts'

/** The merges that a record had part in, newest first. */
export const listMergesHandler = handle(listMerges, {
  tenant: input => input.organisation,
  async run({ organisation, register, record }, context) {
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    if (reader.general('history').length === 0 && reader.general('merge').length === 0) return reader.refuse('history')
    const found = await listMergeRows(context.tx, organisation, register, record)
    return {
      items: found.map(row => ({
        merge: row.id,
        survivor: row.survivor,
        merged: row.merged,
        reason: row.reason,
        mergedBy: row.merged_by,
        mergedAt: row.merged_at,
        moved: row.moved.length,
        undoneBy: row.undone_by,
        undoneAt: row.undone_at,
      })),
    }
  },
})
