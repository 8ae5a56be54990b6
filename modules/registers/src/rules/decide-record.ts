import { findProblems } from '@tereze/foundation-operations'
import type { FieldProblem } from '@tereze/operation'
import { soughtWords } from '@tereze/typed-search'
import { isFoundByWords, type RegisterDefinition, wordsColumn } from '../definition/definition.ts'
import { valueAt, withValueAt } from '../definition/pointer.ts'
import { isBlind } from './labels.ts'

/** Evaluates a FEEL condition over a record's data. */
export type Holds = (condition: string, data: Record<string, unknown>) => boolean
/** Makes a new identifier of a scheme. */
export type NewIdentifier = (scheme: string) => string

/** What a record's content leads to: its final data, its unique keys, its projected columns; or what is wrong with it. */
export type RecordDecision =
  | {
      readonly ok: true
      readonly data: Record<string, unknown>
      readonly keys: readonly KeyValue[]
      readonly columns: Readonly<Record<string, unknown>>
    }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** One unique key of a record. A secret value is kept as a blind index only. */
export interface KeyValue {
  readonly key: string
  readonly value: string
  readonly secret: boolean
  readonly pointer: string
}

/** What was there before: an earlier version's content, nothing, or a life elsewhere that is loaded as it stands. */
export type Before = Record<string, unknown> | 'nothing' | 'elsewhere'

/** Decides whether content may become a (new version of a) record, and what it looks like then. Pure. */
export function decideRecord(
  definition: RegisterDefinition,
  given: Record<string, unknown>,
  before: Before,
  tools: { holds: Holds; newIdentifier: NewIdentifier },
): RecordDecision {
  const data = assignIdentifiers(definition, given, typeof before === 'string' ? null : before, tools)
  const problems = onePerField([...findProblems(definition.schema, data), ...statusProblems(definition, data, before)])
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, data, keys: keysOf(definition, data, tools), columns: columnsOf(definition, data) }
}

function onePerField(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.filter((problem, place) => problems.findIndex(other => other.pointer === problem.pointer) === place)
}

function assignIdentifiers(
  definition: RegisterDefinition,
  given: Record<string, unknown>,
  previous: Record<string, unknown> | null,
  tools: { holds: Holds; newIdentifier: NewIdentifier },
): Record<string, unknown> {
  let data = given
  for (const { pointer, identifier, when } of definition.assigns) {
    if (valueAt(data, pointer) !== undefined) continue
    const before = previous === null ? undefined : valueAt(previous, pointer)
    if (before !== undefined) data = withValueAt(data, pointer, before)
    else if (when === undefined || tools.holds(when, data))
      data = withValueAt(data, pointer, tools.newIdentifier(identifier))
  }
  return data
}

function statusProblems({ status }: RegisterDefinition, data: Record<string, unknown>, before: Before): FieldProblem[] {
  if (status === null || before === 'elsewhere') return []
  const now = valueAt(data, status.pointer)
  if (before === 'nothing') {
    if (now === status.initial) return []
    return [{ pointer: status.pointer, code: 'field.first-not-possible', params: { first: status.initial } }]
  }
  const from = String(valueAt(before, status.pointer))
  const possible = status.changes[from] ?? []
  if (now === from || possible.includes(String(now))) return []
  return [{ pointer: status.pointer, code: 'field.change-not-possible', params: { from, to: String(now) } }]
}

function keysOf(definition: RegisterDefinition, data: Record<string, unknown>, tools: { holds: Holds }): KeyValue[] {
  const keys: KeyValue[] = []
  for (const { name, pointers, when } of definition.keys) {
    if (when !== undefined && !tools.holds(when, data)) continue
    const parts = pointers.map(pointer => valueAt(data, pointer))
    if (parts.some(part => part === undefined || part === null)) continue
    const secret = pointers.some(pointer => isBlind(definition, pointer))
    keys.push({ key: name, value: JSON.stringify(parts), secret, pointer: pointers[0] ?? '' })
  }
  return keys
}

/** The projected columns of a record's content. */
export function columnsOf(definition: RegisterDefinition, data: Record<string, unknown>): Record<string, unknown> {
  const columns = Object.fromEntries(
    definition.columns.map(column => [column.name, valueAt(data, column.pointer) ?? null]),
  )
  const texts = definition.columns.flatMap(({ search, pointer }) => {
    const text = search === 'words' ? valueAt(data, pointer) : undefined
    return typeof text === 'string' ? [text] : []
  })
  return isFoundByWords(definition) ? { ...columns, [wordsColumn.name]: soughtWords(texts) } : columns
}

/** Persons that a record is about, for audit lines and profiles. */
export function subjectsOf(definition: RegisterDefinition, record: string, data: Record<string, unknown>): string[] {
  return definition.subjects
    .map(pointer => (pointer === '/id' ? record : valueAt(data, pointer)))
    .filter((subject): subject is string => typeof subject === 'string')
}
