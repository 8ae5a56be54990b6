import { createHash } from 'node:crypto'
import { type DataRow, type DataTable, readValue } from '@tereze/data-files'
import type { ImportSettings, RowProblem } from '../contract/import.ts'
import type { UniqueKey } from '../definition/definition.ts'
import type { TableField } from './import-fields.ts'

/** A row of a file, read for its register: what it says of which fields, and by what its record is found. */
export interface PreparedRow {
  readonly row: number
  /** Field → value; null where the cell is empty. */
  readonly values: ReadonlyMap<string, unknown>
  /** The record that the row names itself. */
  readonly record: string | null
  /** The value of the unique key that finds the record; null where the row has it not whole. */
  readonly key: string | null
  /** Says the same for the same content. */
  readonly digest: string
  readonly problems: readonly RowProblem[]
  readonly cells: readonly unknown[]
}

const recordId = /^[a-z][a-z0-9-]*_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** An id of a record that is always the same for the same content: a row without a key is loaded once, however often it comes. */
export function derivedId(prefix: string, digest: string): string {
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${prefix}_${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}

interface Target {
  readonly column: string
  readonly place: number
  readonly field: TableField | null
}

function targetsOf(
  table: Pick<DataTable, 'columns'>,
  { mapping }: ImportSettings,
  fields: readonly TableField[],
): Target[] {
  return table.columns.flatMap((column, place): Target[] => {
    const pointer = mapping[column]
    if (pointer === undefined) return []
    return [{ column, place, field: fields.find(field => field.pointer === pointer) ?? null }]
  })
}

function prepareRow(
  { number, cells, fault }: DataRow,
  targets: readonly Target[],
  settings: ImportSettings,
  key: UniqueKey | undefined,
): PreparedRow {
  const values = new Map<string, unknown>()
  const problems: RowProblem[] = []
  let record: string | null = null
  if (fault !== null) problems.push({ pointer: '', column: null, code: fault, params: {} })
  for (const { column, place, field } of fault === null ? targets : []) {
    const cell = cells[place]
    const read = readValue(cell, field?.kind ?? 'text', settings, field?.answers)
    const pointer = field?.pointer ?? '/id'
    if ('fault' in read) problems.push({ pointer, column, code: read.fault, params: {} })
    else if (field !== null) values.set(pointer, read.value)
    else if (typeof read.value === 'string' && recordId.test(read.value)) record = read.value
    else if (read.value !== null) problems.push({ pointer, column, code: 'value.no-record', params: {} })
  }
  const parts = key?.pointers.map(pointer => values.get(pointer) ?? null) ?? [null]
  const digest = createHash('sha256')
    .update(JSON.stringify([...values]))
    .digest('hex')
  return {
    row: number,
    values,
    record,
    key: parts.includes(null) ? null : JSON.stringify(parts),
    digest,
    problems,
    cells,
  }
}

/** By what two rows are about the same record. */
const identity = ({ record, key, digest }: PreparedRow) => record ?? key ?? digest

/** Reads the rows of a file for a register. The second row about the same record is refused: which of them is right nobody knows. Pure. */
export function prepareRows(
  table: Pick<DataTable, 'columns' | 'rows'>,
  settings: ImportSettings,
  fields: readonly TableField[],
  keys: readonly UniqueKey[],
): PreparedRow[] {
  const targets = targetsOf(table, settings, fields)
  const key = keys.find(({ name }) => name === settings.key)
  const first = new Map<string, number>()
  return table.rows.map(given => {
    const row = prepareRow(given, targets, settings, key)
    if (row.problems.length > 0) return row
    const earlier = first.get(identity(row))
    if (earlier === undefined) {
      first.set(identity(row), row.row)
      return row
    }
    const pointer = key?.pointers[0] ?? ''
    const column = targets.find(({ field }) => field?.pointer === pointer)?.column ?? null
    return { ...row, problems: [{ pointer, column, code: 'row.repeated', params: { row: earlier } }] }
  })
}
