import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import type { Withheld } from '../contract/access.ts'
import { beginExport } from '../contract/export.ts'
import { mediaTypes } from '../exporting/media-types.ts'
import { nameOfFile, openTable } from '../exporting/open-table.ts'
import { insertExport } from '../store/exports.ts'

/** Notes what is to be taken out, once it is clear that the reader may have it; the rows are told by `take-rows`. */
export const beginExportHandler = handle(beginExport, {
  tenant: input => input.organisation,
  async run({ organisation, register, where, format, asOf, knownAt }, context) {
    const { tx, now, ids, actor } = context
    const at = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) }
    const table = openTable(context, { organisation, register, where, at })
    if (isRefused(table)) return table
    const id = ids.newId('export')
    insertExport(tx, { export: id, register, format, where, at, by: actor.id, now })
    return {
      export: id,
      name: nameOfFile(register, format, at, now),
      type: mediaTypes[format],
      withheld: table.withheld as Withheld[],
    }
  },
})
