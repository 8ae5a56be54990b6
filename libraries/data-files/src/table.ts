/** Formats of files that hold a table. */
export type DataFormat = 'csv' | 'json' | 'ndjson' | 'xlsx' | 'parquet'

/** Why a whole file cannot be read. */
export type FileFault =
  | 'file.empty'
  | 'file.too-large'
  | 'file.expands-too-far'
  | 'file.too-many-rows'
  | 'file.too-many-columns'
  | 'file.too-many-faults'
  | 'file.damaged'
  | 'file.locked'
  | 'file.format-unknown'
  | 'file.no-columns'

/** Why a row cannot be read, though the file can. */
export type RowFault =
  | 'row.unreadable'
  | 'row.quote-open'
  | 'row.no-object'
  | 'row.too-many-cells'
  | 'row.too-few-cells'

/** Why a cell has no value that could be taken over. */
export type CellFaultCode = 'cell.error' | 'cell.not-computed' | 'cell.merged' | 'cell.too-long' | 'cell.unreadable'

/** A cell that holds no value, with the reason. */
export class CellFault {
  readonly code: CellFaultCode
  constructor(code: CellFaultCode) {
    this.code = code
  }
}

/** One row of a table. */
export interface DataRow {
  /** Where it stands in the file, counted from one as a spreadsheet counts: the header of a CSV is row 1. */
  readonly number: number
  /** Values in the order of the columns: text, number, boolean, null, a `CellFault`, or what JSON and Parquet nest. */
  readonly cells: readonly unknown[]
  readonly fault: RowFault | null
}

/** A table as its file holds it. */
export interface DataTable {
  readonly format: DataFormat
  /** How the text was written; null where the format says it itself. */
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly columns: readonly string[]
  readonly rows: readonly DataRow[]
}

/** A file that cannot be read. */
export interface Unreadable {
  readonly fault: FileFault
  /** The limit that was passed, where there is one. */
  readonly limit?: number
}

/** How much is read of one file. */
export interface ReadLimits {
  /** Bytes of the file. */
  readonly bytes: number
  /** Bytes that a packed file may unfold to. */
  readonly unfolded: number
  readonly rows: number
  readonly columns: number
  /** Characters of one cell. */
  readonly cell: number
  /** Places at which a text file may be broken before it is given up. */
  readonly faults: number
}

/** What a register takes at once. */
export const usualLimits: ReadLimits = {
  bytes: 32 * 1024 * 1024,
  unfolded: 256 * 1024 * 1024,
  rows: 100_000,
  columns: 500,
  cell: 32_767,
  faults: 2_000,
}

/** The fault of a whole file, thrown from within a reader and caught by `readDataFile`. */
export class FileUnreadable extends Error {
  readonly fault: FileFault
  readonly limit: number | undefined
  constructor(fault: FileFault, limit?: number) {
    super(fault)
    this.name = 'FileUnreadable'
    this.fault = fault
    this.limit = limit
  }
}

/** Column names that are each other's equal get their number: `name`, `name (2)`. Columns without a name are called after their place. */
export function distinctColumns(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((given, place) => {
    const name = given.trim().replaceAll(/\s+/g, ' ') || `column ${place + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** A text cell within its limit, readable throughout. */
export function textCell(text: string, limits: ReadLimits): string | null | CellFault {
  if (text.length > limits.cell) return new CellFault('cell.too-long')
  if (text.includes('\uFFFD') || text.includes('\0')) return new CellFault('cell.unreadable')
  return text.trim() === '' ? null : text
}

/** Cells of a row against the columns: missing ones at the end are empty where the format lets them be absent. */
export function fitCells(
  cells: readonly unknown[],
  width: number,
  mayBeShort: boolean,
): { readonly cells: readonly unknown[]; readonly fault: RowFault | null } {
  const beyond = cells.slice(width).some(cell => cell !== null)
  const short = cells.length < width
  const fitted = Array.from({ length: width }, (_, place) => cells[place] ?? null)
  return { cells: fitted, fault: beyond ? 'row.too-many-cells' : short && !mayBeShort ? 'row.too-few-cells' : null }
}
