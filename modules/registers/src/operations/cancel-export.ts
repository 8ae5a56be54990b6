import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { cancelExport, exportNotFound } from '../contract/export.ts'
import { deleteExport, holdExport } from '../store/exports.ts'

/** Gives a file up; the audit line says how many records were told until then. */
export const cancelExportHandler = handle(cancelExport, {
  tenant: input => input.organisation,
  async run({ export: id }, context) {
    const { tx, actor } = context
    const given = await holdExport(tx, id, actor.id)
    if (given === null) return refuse(exportNotFound, { pointer: '/export' })
    deleteExport(tx, id)
    context.concerns([], [`register:${given.register}`, `records:${given.count}`])
    return { count: given.count }
  },
})
