import { CsvError, parse } from 'csv-parse/sync'
import { decodeText } from './decode-text.ts'
import {
  type DataRow,
  type DataTable,
  distinctColumns,
  FileUnreadable,
  fitCells,
  type ReadLimits,
  textCell,
} from './table.ts'

const delimiters = [';', ',', '\t', '|'] as const

/** The delimiter that stands most often outside quotes in the first line. */
export function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? ''
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, '')
  const counts = delimiters.map(delimiter => ({ delimiter, count: bare.split(delimiter).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter
}

interface Found {
  readonly cells: readonly string[]
  readonly isBroken: boolean
}

/** Parses from a place on; tells where it had to stop, in bytes, or null at the end. */
function parseFrom(
  bytes: Uint8Array,
  from: number,
  delimiter: string,
  limits: ReadLimits,
  found: Found[],
): number | null {
  let end = from
  try {
    parse(bytes.subarray(from), {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { bytes: read }: { bytes: number }) => {
        end = from + read
        found.push({ cells: record, isBroken: false })
        if (found.length > limits.rows + 1) throw new FileUnreadable('file.too-many-rows', limits.rows)
        return null
      },
    })
    return null
  } catch (error) {
    if (error instanceof CsvError) return end
    throw error
  }
}

const newline = 10

/** First byte after the line that begins at a place, empty lines before it included. */
function afterLine(bytes: Uint8Array, from: number): number {
  let start = from
  while (bytes[start] === newline || bytes[start] === 13) start += 1
  const end = bytes.indexOf(newline, start)
  return end < 0 ? bytes.length : end + 1
}

/** Every record of a text; where quotes do not pair, the line is broken and reading goes on after it. */
function recordsOf(text: string, delimiter: string, limits: ReadLimits): Found[] {
  const bytes = new TextEncoder().encode(text.replaceAll(/\r\n?/g, '\n'))
  const found: Found[] = []
  let faults = 0
  for (let from: number | null = 0; from !== null && from < bytes.length; ) {
    const stopped: number | null = parseFrom(bytes, from, delimiter, limits, found)
    if (stopped === null) break
    faults += 1
    if (faults > limits.faults) throw new FileUnreadable('file.too-many-faults', limits.faults)
    const next = afterLine(bytes, stopped)
    const line = new TextDecoder().decode(bytes.subarray(stopped, next)).trim()
    found.push({ cells: line.replaceAll('"', '').split(delimiter), isBroken: true })
    from = next
  }
  return found
}

/** The apostrophe that keeps spreadsheets from taking a text for a formula is no part of it. */
const withoutGuard = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** Reads comma-separated values (RFC 4180) as programs of three languages write them. The first row names the columns. */
export function readCsv(bytes: Uint8Array, limits: ReadLimits): DataTable {
  const { text, encoding } = decodeText(bytes)
  const named = /^sep=(.)\r?\n/i.exec(text)
  const body = named === null ? text : text.slice(named[0].length)
  const delimiter = named?.[1] ?? delimiterOf(body)
  const [head, ...records] = recordsOf(body, delimiter, limits)
  if (head === undefined || head.isBroken)
    throw new FileUnreadable(head === undefined ? 'file.empty' : 'file.no-columns')
  const columns = distinctColumns(head.cells)
  const before = named === null ? 2 : 3
  const rows = records.map(({ cells, isBroken }, place): DataRow => {
    const fitted = fitCells(
      cells.map(cell => textCell(withoutGuard(cell), limits)),
      columns.length,
      false,
    )
    return { number: place + before, cells: fitted.cells, fault: isBroken ? 'row.quote-open' : fitted.fault }
  })
  return { format: 'csv', encoding, delimiter, columns, rows }
}
