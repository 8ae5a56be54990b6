import type { FieldProblem } from '@tereze/operation'
import type { ImportSettings } from '../contract/import.ts'
import type { UniqueKey } from '../definition/definition.ts'
import type { TableField } from './import-fields.ts'

const bare = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s_]+/g, ' ')
    .replace(/[\s*:]+$/, '')
    .trim()

/** The field that a column is called after: by its pointer, its dotted name, its title in any language, or its last part where that is unmistakable. */
function fieldOf(column: string, fields: readonly TableField[]): TableField | undefined {
  const name = bare(column)
  const exact = fields.find(({ pointer, dotted }) => pointer === column || bare(dotted) === name)
  if (exact !== undefined) return exact
  const titled = fields.filter(({ titles }) => titles.some(title => bare(title) === name))
  if (titled.length > 0) return titled.length === 1 ? titled[0] : undefined
  const last = fields.filter(({ dotted }) => bare(dotted.slice(dotted.lastIndexOf('.') + 1)) === name)
  return last.length === 1 ? last[0] : undefined
}

/** How a file is taken over unless somebody says otherwise: columns by their names, records by the first key that the file has whole. */
export function proposeSettings(
  columns: readonly string[],
  fields: readonly TableField[],
  keys: readonly UniqueKey[],
  delimiter: string | null,
): ImportSettings {
  const mapping: Record<string, string> = {}
  const taken = new Set<string>()
  for (const column of columns) {
    const target = bare(column) === 'record' ? 'record' : fieldOf(column, fields)?.pointer
    if (target === undefined || taken.has(target)) continue
    taken.add(target)
    mapping[column] = target
  }
  const key = taken.has('record')
    ? undefined
    : keys.find(({ pointers }) => pointers.every(pointer => taken.has(pointer)))
  return { mapping, key: key?.name ?? null, decimal: delimiter === ';' ? 'comma' : null, dates: null, empty: 'keep' }
}

/** What is wrong with settings that somebody gave: columns, fields and keys that are not there, a field twice. */
export function settingsProblems(
  { mapping, key }: ImportSettings,
  columns: readonly string[],
  fields: readonly TableField[],
  keys: readonly UniqueKey[],
): FieldProblem[] {
  const problems: FieldProblem[] = []
  const taken = new Set<string>()
  for (const [column, target] of Object.entries(mapping)) {
    const pointer = `/settings/mapping/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (!columns.includes(column)) problems.push({ pointer, code: 'import.no-such-column', params: { column } })
    else if (target !== 'record' && !fields.some(field => field.pointer === target))
      problems.push({ pointer, code: 'import.no-such-field', params: { field: target } })
    else if (taken.has(target)) problems.push({ pointer, code: 'import.field-twice', params: { field: target } })
    taken.add(target)
  }
  if (taken.size === 0) problems.push({ pointer: '/settings/mapping', code: 'import.nothing-mapped', params: {} })
  const unique = keys.find(({ name }) => name === key)
  if (key !== null && !(unique?.pointers.every(pointer => taken.has(pointer)) ?? false))
    problems.push({ pointer: '/settings/key', code: 'import.key-not-whole', params: { key } })
  return problems
}
