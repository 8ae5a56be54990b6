import type { Import, ImportRow } from '../contract/import.ts'
import type { RegisterDefinition } from '../definition/definition.ts'
import type { TableField } from '../rules/import-fields.ts'
import type { RowResult, StoredImport } from '../store/imports.ts'
import { wordsOfProblem } from './words-of-problems.ts'

/** What everybody may know of an import that may know of it at all. */
export function shownImport(
  { tenant: _tenant, who: _who, fault, faultLimit, ...shown }: StoredImport,
  { keys }: Pick<RegisterDefinition, 'keys'>,
  fields: readonly TableField[],
): Import {
  const says = fault === null ? null : wordsOfProblem(fault, { limit: faultLimit ?? 0 })
  const may = { fields: fields.map(({ pointer }) => pointer), keys: keys.map(({ name }) => name) }
  return { ...shown, ...may, fault: fault === null || says === null ? null : { code: fault, says } }
}

/** A row as it is shown: its problems in words, its cells not at all. */
export function shownRow({ cells: _cells, problems, fields, ...row }: RowResult): ImportRow {
  return {
    ...row,
    fields: [...fields],
    problems: problems.map(problem => ({ ...problem, says: wordsOfProblem(problem.code, problem.params) })),
  }
}
