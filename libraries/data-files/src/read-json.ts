import { decodeText } from './decode-text.ts'
import { CellFault, type DataRow, type DataTable, FileUnreadable, type ReadLimits, textCell } from './table.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Depth to which objects are laid out as columns; what is deeper stays one value. */
const deepest = 8

/** The members of an object, those of objects within it under dotted names: `name.family`. */
export function flatten(value: Record<string, unknown>, before = '', depth = 0): [string, unknown][] {
  return Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    const path = before === '' ? name : `${before}.${name}`
    return isObject(member) && depth < deepest && Object.keys(member).length > 0
      ? flatten(member, path, depth + 1)
      : [[path, member]]
  })
}

function cellOf(value: unknown, limits: ReadLimits): unknown {
  if (typeof value === 'string') return textCell(value, limits)
  if (typeof value !== 'object' || value === null) return value ?? null
  return JSON.stringify(value).length > limits.cell ? new CellFault('cell.too-long') : value
}

/** A table of objects: the columns are the members that any of them has, in the order of their first appearance. */
export function tableOfObjects(
  format: DataTable['format'],
  encoding: string | null,
  elements: readonly { readonly value: unknown; readonly isReadable: boolean }[],
  limits: ReadLimits,
): DataTable {
  if (elements.length > limits.rows) throw new FileUnreadable('file.too-many-rows', limits.rows)
  const flat = elements.map(({ value }) => (isObject(value) ? new Map(flatten(value)) : null))
  const columns: string[] = []
  const known = new Set<string>()
  for (const members of flat) {
    for (const name of members?.keys() ?? []) {
      if (known.has(name)) continue
      known.add(name)
      columns.push(name)
      if (columns.length > limits.columns) throw new FileUnreadable('file.too-many-columns', limits.columns)
    }
  }
  const rows = elements.map(({ isReadable }, place): DataRow => {
    const members = flat[place] ?? null
    const fault = isReadable ? (members === null ? 'row.no-object' : null) : 'row.unreadable'
    return { number: place + 1, cells: columns.map(name => cellOf(members?.get(name), limits)), fault }
  })
  return { format, encoding, delimiter: null, columns, rows }
}

function parsed(text: string): { value: unknown; isReadable: boolean } {
  try {
    return { value: JSON.parse(text), isReadable: true }
  } catch (error) {
    if (error instanceof SyntaxError) return { value: null, isReadable: false }
    throw error
  }
}

/** Reads a JSON array of objects, or one object on each line (NDJSON): there a broken line costs that line only. */
export function readJson(bytes: Uint8Array, limits: ReadLimits): DataTable {
  const { text, encoding } = decodeText(bytes)
  const body = text.trim()
  if (body.startsWith('[')) {
    const { value, isReadable } = parsed(body)
    if (!isReadable || !Array.isArray(value)) throw new FileUnreadable('file.damaged')
    return tableOfObjects(
      'json',
      encoding,
      value.map(element => ({ value: element, isReadable: true })),
      limits,
    )
  }
  const lines = body.split(/\r?\n/).filter(line => line.trim() !== '')
  const elements = lines.map(parsed)
  // One object written over several lines is no list of rows.
  if (!elements.some(({ isReadable }) => isReadable) && !body.startsWith('{')) throw new FileUnreadable('file.damaged')
  return tableOfObjects('ndjson', encoding, elements, limits)
}
