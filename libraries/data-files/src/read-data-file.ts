import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readParquet } from './read-parquet.ts'
import { readXlsx } from './read-xlsx.ts'
import {
  type DataFormat,
  type DataTable,
  FileUnreadable,
  type ReadLimits,
  type Unreadable,
  usualLimits,
} from './table.ts'

const starts = (bytes: Uint8Array, ...with_: readonly number[]) => with_.every((byte, place) => bytes[place] === byte)

/** The format of a file, by what it begins with; CSV has no sign of its own, so it is what its name says. */
export function formatOf(bytes: Uint8Array, name: string): DataFormat | null {
  if (starts(bytes, 0x50, 0x41, 0x52, 0x31)) return 'parquet'
  if (starts(bytes, 0x50, 0x4b)) return 'xlsx'
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === 'json' || ending === 'geojson') return 'json'
  if (ending === 'ndjson' || ending === 'jsonl') return 'ndjson'
  return ending === 'csv' || ending === 'tsv' || ending === 'txt' ? 'csv' : null
}

/** A workbook with a password, or one of before 2007. */
const isCompound = (bytes: Uint8Array) => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)

async function read(bytes: Uint8Array, name: string, limits: ReadLimits): Promise<DataTable> {
  if (bytes.length === 0) throw new FileUnreadable('file.empty')
  if (bytes.length > limits.bytes) throw new FileUnreadable('file.too-large', limits.bytes)
  if (isCompound(bytes)) throw new FileUnreadable('file.locked')
  const format = formatOf(bytes, name)
  if (format === null) throw new FileUnreadable('file.format-unknown')
  if (format === 'xlsx') return readXlsx(bytes, limits)
  if (format === 'parquet') return readParquet(bytes, limits)
  return format === 'csv' ? readCsv(bytes, limits) : readJson(bytes, limits)
}

/**
 * Reads a table from the bytes of a CSV, JSON, NDJSON, XLSX or Parquet file. Faults of rows and cells stand in the table; one of
 * the file itself is given instead of a table. Nothing that a file holds makes it throw.
 */
export async function readDataFile(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = usualLimits,
): Promise<DataTable | Unreadable> {
  try {
    const table = await read(bytes, name, limits)
    if (table.columns.length > limits.columns) throw new FileUnreadable('file.too-many-columns', limits.columns)
    if (table.rows.length > limits.rows) throw new FileUnreadable('file.too-many-rows', limits.rows)
    return table.rows.length === 0 ? { fault: 'file.empty' } : table
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error
    return { fault: error.fault, ...(error.limit === undefined ? {} : { limit: error.limit }) }
  }
}
