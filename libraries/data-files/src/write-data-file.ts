import type { DataFormat } from './table.ts'
import { writeCsv } from './write-csv.ts'
import { writeParquet } from './write-parquet.ts'
import { writeXlsx } from './write-xlsx.ts'
import type { Portions, WrittenColumn } from './written-column.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const delimiter = ';'

async function* writeCsvPieces(columns: readonly WrittenColumn[], portions: Portions): AsyncGenerator<Uint8Array> {
  yield utf8(`\uFEFF${writeCsv([columns.map(({ name }) => name)], { delimiter })}`)
  for await (const rows of portions) yield utf8(writeCsv(rows, { delimiter }))
}

/** Rows as JSON objects: those of one array, or one on each line. */
async function* writeObjects(
  columns: readonly WrittenColumn[],
  portions: Portions,
  isArray: boolean,
): AsyncGenerator<Uint8Array> {
  const objectOf = (row: readonly unknown[]) =>
    JSON.stringify(
      Object.fromEntries(columns.map(({ name }, place) => [name, row[place]]).filter(([, value]) => value != null)),
    )
  let before = isArray ? '[' : ''
  for await (const rows of portions) {
    if (rows.length === 0) continue
    yield utf8(before + rows.map(objectOf).join(isArray ? ',\n' : '\n') + (isArray ? '' : '\n'))
    before = isArray ? ',\n' : ''
  }
  if (isArray) yield utf8(before === '[' ? '[]' : ']')
}

/**
 * Writes a table as a file, in pieces, while its rows come: CSV in UTF-8 with a mark, a JSON array of objects or one on each line, XLSX,
 * Parquet. No cell of it is taken for a formula. Lists and objects are JSON where the format has none of its own. Nothing that was told
 * is kept, so that a file of any length costs the memory of a few portions.
 */
export function streamDataFile(
  format: DataFormat,
  columns: readonly WrittenColumn[],
  portions: Portions,
): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') return writeXlsx(columns, portions)
  if (format === 'parquet') return writeParquet(columns, portions)
  if (format === 'csv') return writeCsvPieces(columns, portions)
  return writeObjects(columns, portions, format === 'json')
}

/** Writes a table that is at hand as a file, as `streamDataFile` does. */
export async function writeDataFile(
  format: DataFormat,
  columns: readonly WrittenColumn[],
  rows: readonly (readonly unknown[])[],
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of streamDataFile(format, columns, [rows])) pieces.push(piece)
  const file = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    file.set(piece, at)
    at += piece.length
  }
  return file
}
