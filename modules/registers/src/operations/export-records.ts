import { type WrittenColumn, writeDataFile } from '@tereze/data-files'
import { handle, localDate } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import type { Withheld } from '../contract/access.ts'
import { type ExportFormat, exportEmpty, exportRecords, largestExport } from '../contract/export.ts'
import { registerNotFound } from '../contract/record.ts'
import { valueAt } from '../definition/pointer.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { fieldsOfRegister } from '../importing/fields-of-register.ts'
import { searchRefusal } from '../reading/search-refusal.ts'
import { withheldFields } from '../rules/decide-access.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { covers, generalPointer } from '../rules/labels.ts'
import { listFound } from '../store/found.ts'

const portion = 1000

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
}

const recordColumn: WrittenColumn = { name: 'record', kind: 'text' }

/** Records that a search finds as a file. Columns that the reader may not have are not in it, and are named. */
export const exportRecordsHandler = handle(exportRecords, {
  tenant: input => input.organisation,
  async run({ organisation, register, where, format, after }, context) {
    const { tx, now } = context
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    const refused = searchRefusal(context, definition, reader, { where, act: 'search' })
    if (refused !== null) return refused
    const withheld = withheldFields(definition, reader.general('search'), 'search')
    const isWithheld = (pointer: string) => withheld.some(hidden => covers(hidden.pointer, generalPointer(pointer)))
    const fields = fieldsOfRegister(context, definition).filter(({ pointer }) => !isWithheld(pointer))
    if (fields.length === 0) return refuse(exportEmpty, { params: { register } })
    context.concerns(
      [],
      fields.map(({ pointer }) => `${register}${pointer}`),
    )
    const rows: unknown[][] = []
    let last: string | null = after ?? null
    let isMore = true
    while (isMore && rows.length < largestExport) {
      const found = await listFound(tx, definition, where, last, portion)
      for (const record of found) {
        const shown = reader.show('search', record)
        if (shown === null) continue
        rows.push([shown.record, ...fields.map(({ pointer }) => valueAt(shown.data, pointer) ?? null)])
        context.concerns(subjectsOf(definition, record.record, record.data), [])
      }
      last = found.at(-1)?.record ?? last
      isMore = found.length === portion
    }
    const columns = [recordColumn, ...fields.map(({ dotted, kind }) => ({ name: dotted, kind }))]
    const bytes = await writeDataFile(format, columns, rows)
    return {
      name: `${register}-${localDate(now, 'UTC')}.${format}`,
      type: types[format],
      content: Buffer.from(bytes).toString('base64'),
      count: rows.length,
      next: isMore ? last : null,
      withheld: withheld as Withheld[],
    }
  },
})
