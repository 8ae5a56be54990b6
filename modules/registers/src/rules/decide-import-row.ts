import type { FieldProblem } from '@tereze/operation'
import type { ImportSettings, RowProblem } from '../contract/import.ts'
import type { Grant, RegisterDefinition } from '../definition/definition.ts'
import { withoutValueAt, withValueAt } from '../definition/pointer.ts'
import type { StoredRecord } from '../store/records.ts'
import { decideWritable } from './decide-access.ts'
import { decideRecord, type Holds, type KeyValue, type NewIdentifier } from './decide-record.ts'
import type { PreparedRow } from './prepare-rows.ts'
import { sameValue } from './same-value.ts'

/** What a row leads to. */
export type RowDecision =
  | {
      readonly outcome: 'new' | 'changed'
      readonly data: Record<string, unknown>
      readonly keys: readonly KeyValue[]
      readonly columns: Readonly<Record<string, unknown>>
      /** Fields of the file that differ from what is there. */
      readonly fields: readonly string[]
    }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'refused'; readonly problems: readonly RowProblem[] }

/** Whose rows are decided on, and how. */
export interface RowRules {
  readonly definition: RegisterDefinition
  readonly settings: ImportSettings
  readonly mayAdd: readonly Grant[]
  readonly mayChange: readonly Grant[]
  readonly holds: Holds
  readonly newIdentifier: NewIdentifier
}

function laidOver(
  before: Record<string, unknown>,
  { values }: PreparedRow,
  empty: ImportSettings['empty'],
): Record<string, unknown> {
  let data = before
  for (const [pointer, value] of values) {
    if (value !== null) data = withValueAt(data, pointer, value)
    else if (empty === 'remove') data = withoutValueAt(data, pointer)
  }
  return data
}

/** Problems with the column that each came from; one of a field below a column, or above it, is that column's. */
export function withColumns(problems: readonly FieldProblem[], mapping: ImportSettings['mapping']): RowProblem[] {
  const entries = Object.entries(mapping)
  return problems.map(({ pointer, code, params }) => {
    const [column] =
      entries.find(([, field]) => field === pointer) ??
      entries.find(([, field]) => pointer.startsWith(`${field}/`)) ??
      []
    return { pointer, column: column ?? null, code, params: { ...params } }
  })
}

/** Decides what a row would do to a register: a new record, another version of the one it is about, nothing, or why not. Pure. */
export function decideImportRow(row: PreparedRow, current: StoredRecord | null, rules: RowRules): RowDecision {
  const { definition, settings } = rules
  if (row.problems.length > 0) return { outcome: 'refused', problems: row.problems }
  const refused = (problems: readonly FieldProblem[]): RowDecision => ({
    outcome: 'refused',
    problems: withColumns(problems, settings.mapping),
  })
  const given = laidOver(current?.data ?? {}, row, settings.empty)
  if (current !== null && sameValue(given, current.data)) return { outcome: 'same' }
  const act = current === null ? 'write' : 'correct'
  const grants = current === null ? rules.mayAdd : rules.mayChange
  if (grants.length === 0) return refused([{ pointer: '', code: 'row.not-granted', params: { act } }])
  if (definition.approval.includes(act)) return refused([{ pointer: '', code: 'row.needs-approval', params: { act } }])
  const writable = decideWritable(definition, grants, given, current?.data ?? null)
  if (writable.problems.length > 0) return refused(writable.problems)
  const decision = decideRecord(definition, writable.data, current?.data ?? 'elsewhere', rules)
  if (!decision.ok) return refused(decision.problems)
  const fields = [...row.values].filter(([, value]) => value !== null).map(([pointer]) => pointer)
  const changed = current === null ? fields : changedFields(row, current.data, settings.empty)
  return {
    outcome: current === null ? 'new' : 'changed',
    data: decision.data,
    keys: decision.keys,
    columns: decision.columns,
    fields: changed,
  }
}

function changedFields(row: PreparedRow, before: Record<string, unknown>, empty: ImportSettings['empty']): string[] {
  return [...row.values].flatMap(([pointer, value]) => {
    const one = laidOver(before, { ...row, values: new Map([[pointer, value]]) }, empty)
    return sameValue(one, before) ? [] : [pointer]
  })
}
