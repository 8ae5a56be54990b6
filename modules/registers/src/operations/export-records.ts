import { writeDataFile } from '@tereze/data-files'
import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import type { Withheld } from '../contract/access.ts'
import { exportPortion, exportRecords, largestExport } from '../contract/export.ts'
import { mediaTypes } from '../exporting/media-types.ts'
import { nameOfFile, openTable } from '../exporting/open-table.ts'

/** Records that a search finds as a file. Columns that the reader may not have are not in it, and are named. */
export const exportRecordsHandler = handle(exportRecords, {
  tenant: input => input.organisation,
  async run({ organisation, register, where, format, after }, context) {
    const table = openTable(context, { organisation, register, where, at: {} })
    if (isRefused(table)) return table
    const rows: unknown[][] = []
    let last: string | null = after ?? null
    let isMore = true
    while (isMore && rows.length < largestExport) {
      const portion = await table.take(last, exportPortion)
      rows.push(...portion.rows)
      last = portion.last
      isMore = portion.isMore
    }
    const bytes = await writeDataFile(format, table.columns, rows)
    return {
      name: nameOfFile(register, format, {}, context.now),
      type: mediaTypes[format],
      content: Buffer.from(bytes).toString('base64'),
      count: rows.length,
      next: isMore ? last : null,
      withheld: table.withheld as Withheld[],
    }
  },
})
