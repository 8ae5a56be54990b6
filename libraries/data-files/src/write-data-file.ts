import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer'
import writeXlsxFile, { type Cell } from 'write-excel-file/universal'
import type { ValueKind } from './read-value.ts'
import type { DataFormat } from './table.ts'
import { cellText, writeCsv } from './write-csv.ts'

/** A column to be written. */
export interface WrittenColumn {
  readonly name: string
  readonly kind: ValueKind
}

const utf8 = (text: string) => new TextEncoder().encode(text)

function xlsxCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'boolean') return { value, type: Boolean }
  // A text cell is never computed, whatever it begins with.
  return { value: cellText(value).slice(0, 32_767), type: String }
}

async function writeXlsx(
  columns: readonly WrittenColumn[],
  rows: readonly (readonly unknown[])[],
): Promise<Uint8Array> {
  const head = columns.map(({ name }): Cell => ({ value: name, type: String, fontWeight: 'bold' }))
  const sheet = await writeXlsxFile([
    head,
    ...rows.map(row => columns.map((_, place) => xlsxCell(row[place]))),
  ]).toBlob()
  return new Uint8Array(await sheet.arrayBuffer())
}

function writeParquet(columns: readonly WrittenColumn[], rows: readonly (readonly unknown[])[]): Uint8Array {
  const columnData = columns.map(({ name, kind }, place) => {
    const type: BasicType =
      kind === 'number' || kind === 'integer' ? 'DOUBLE' : kind === 'boolean' ? 'BOOLEAN' : 'STRING'
    const data = rows.map(row => {
      const value = row[place] ?? null
      return value === null || type !== 'STRING' ? value : cellText(value)
    })
    return { name, type, data, nullable: true }
  })
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

/**
 * Writes a table as a file: CSV in UTF-8 with a mark, a JSON array of objects or one on each line, XLSX, Parquet. No cell of it is
 * taken for a formula. Lists and objects are JSON where the format has none of its own.
 */
export async function writeDataFile(
  format: DataFormat,
  columns: readonly WrittenColumn[],
  rows: readonly (readonly unknown[])[],
): Promise<Uint8Array> {
  if (format === 'xlsx') return writeXlsx(columns, rows)
  if (format === 'parquet') return writeParquet(columns, rows)
  if (format === 'csv') return utf8(`\uFEFF${writeCsv([columns.map(({ name }) => name), ...rows], { delimiter: ';' })}`)
  const objects = rows.map(row =>
    Object.fromEntries(
      columns.flatMap(({ name }, place) =>
        row[place] === undefined || row[place] === null ? [] : [[name, row[place]]],
      ),
    ),
  )
  if (format === 'json') return utf8(JSON.stringify(objects))
  return utf8(objects.map(object => `${JSON.stringify(object)}\n`).join(''))
}
