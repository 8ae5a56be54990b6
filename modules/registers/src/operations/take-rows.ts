import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { exportElsewhere, exportNotFound, exportPortion, takeRows } from '../contract/export.ts'
import { nameOfFile, openTable } from '../exporting/open-table.ts'
import { deleteExport, holdExport, updateTold } from '../store/exports.ts'

/** Tells the next rows of a file. The right to them is looked at each time; the audit line of the last counts them all. */
export const takeRowsHandler = handle(takeRows, {
  tenant: input => input.organisation,
  async run({ organisation, export: id, portion }, context) {
    const { tx, now, actor } = context
    const wanted = await holdExport(tx, id, actor.id)
    if (wanted === null) return refuse(exportNotFound, { pointer: '/export' })
    if (wanted.portions !== portion) return refuse(exportElsewhere, { pointer: '/portion' })
    const { register, where, at, format, toldUntil } = wanted
    const table = openTable(context, { organisation, register, where, at })
    if (isRefused(table)) return table
    const { rows, last, isMore } = await table.take(toldUntil, exportPortion)
    const count = wanted.count + rows.length
    if (isMore) updateTold(tx, id, last, count)
    else {
      deleteExport(tx, id)
      context.concerns([], [`records:${count}`])
    }
    return {
      name: nameOfFile(register, format, at, now),
      format,
      columns: [...table.columns],
      rows,
      isLast: !isMore,
    }
  },
})
