import { CellFault, type DataRow, type FileFault, type ReadLimits, readDataFile, usualLimits } from '@tereze/data-files'
import type { Cells, ClassifierRow, DraftRow, RowProblem, TableFormat } from './classifier-row.ts'
import { codes } from './formats/codes.ts'
import { cofog } from './formats/cofog.ts'
import { kato } from './formats/kato.ts'
import { oktmo } from './formats/oktmo.ts'
import { okved } from './formats/okved.ts'
import { placeRows } from './place-rows.ts'

/** The classifiers that can be read from a table, by the names of their formats. */
export const classifierFormats: ReadonlyMap<string, TableFormat> = new Map(
  [oktmo, kato, okved, cofog, codes].map(format => [format.id, format]),
)

/** A classifier as a file has it: its codes, parents first, and the rows that cannot be taken. */
export interface ReadClassifier {
  readonly rows: readonly ClassifierRow[]
  readonly problems: readonly RowProblem[]
}

/** Why a file is none of the format: it cannot be read, or lacks columns. */
export type ClassifierUnreadable =
  | { readonly fault: FileFault }
  | { readonly fault: 'file.columns-missing'; readonly columns: readonly string[] }

/** Whole countries are larger than what people load by hand. */
const limits: ReadLimits = { ...usualLimits, bytes: 128 * 1024 * 1024, rows: 1_000_000 }

const bare = (name: string) => name.trim().toLowerCase().replaceAll('ё', 'е')
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** Puts names over a file that begins with its first row; ASCII, so that they are the same in all encodings of such files. */
function withNames(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const rest = byteOrderMark.every((byte, place) => bytes[place] === byte) ? bytes.subarray(3) : bytes
  const end = rest.indexOf(10)
  const first = rest.subarray(0, end < 0 ? rest.length : end)
  const count = (sign: string) => first.filter(byte => byte === sign.charCodeAt(0)).length
  const delimiter = count(';') >= count(',') ? ';' : ','
  const head = new TextEncoder().encode(`${names.join(delimiter)}\n`)
  const whole = new Uint8Array(head.length + rest.length)
  whole.set(head)
  whole.set(rest, head.length)
  return whole
}

/** Whether the first line holds the names of columns and not a row. */
function isNamed(bytes: Uint8Array, { columns, needed }: TableFormat): boolean {
  const line = new TextDecoder('windows-1251').decode(bytes.subarray(0, 2_000)).split('\n')[0] ?? ''
  const utf = new TextDecoder().decode(bytes.subarray(0, 2_000)).split('\n')[0] ?? ''
  const cells = [line, utf].flatMap(text => text.split(/[;,\t]/)).map(cell => bare(cell.replaceAll(/["\uFEFF\r]/g, '')))
  return needed.some(column => (columns[column] ?? []).some(name => cells.includes(name)))
}

function cellsOf({ number, cells }: DataRow, places: ReadonlyMap<string, number>, before: number): Cells {
  return {
    row: number - before,
    text(column) {
      const place = places.get(column)
      const cell = place === undefined ? null : cells[place]
      return cell === null || cell === undefined || cell instanceof CellFault ? '' : String(cell).trim()
    },
  }
}

function placesOf(format: TableFormat, columns: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [column, names] of Object.entries(format.columns)) {
    const place = columns.findIndex(name => names.includes(bare(name)))
    if (place >= 0) places.set(column, place)
  }
  return places
}

/**
 * Reads a classifier from the bytes of a CSV, XLSX, JSON or Parquet file. Each row that cannot be taken is named with its
 * reason; the others are unaffected. Nothing that a file holds makes it throw.
 */
export async function readClassifier(
  format: TableFormat,
  bytes: Uint8Array,
  name: string,
): Promise<ReadClassifier | ClassifierUnreadable> {
  const isBare = format.bare !== null && /\.(csv|txt)$/i.test(name) && !isNamed(bytes, format)
  const table = await readDataFile(isBare ? withNames(bytes, format.bare ?? []) : bytes, name, limits)
  if ('fault' in table) return { fault: table.fault }
  const places = placesOf(format, table.columns)
  const columns = format.needed
    .filter(column => !places.has(column))
    .map(column => format.columns[column]?.[0] ?? column)
  if (columns.length > 0) return { fault: 'file.columns-missing', columns }
  const problems: RowProblem[] = []
  const drafts: DraftRow[] = []
  for (const row of table.rows) {
    const cells = cellsOf(row, places, isBare ? 1 : 0)
    const said = row.fault === null ? format.read(cells) : { column: null, code: row.fault, value: null }
    if (said === null) continue
    if ('above' in said) drafts.push(said)
    else problems.push({ row: cells.row, ...said })
  }
  const placed = placeRows(drafts)
  return {
    rows: placed.rows,
    problems: [...problems, ...placed.problems].sort((one, other) => one.row - other.row),
  }
}
