import type { Row, Value } from './build-counts.ts'
import type { DatasetColumn } from './columns-of.ts'

/** What one version holds. */
export interface Table {
  readonly columns: readonly DatasetColumn[]
  readonly rows: readonly Row[]
}

/** One row that is there now, is there no more, or says something else. */
export interface ChangedRow {
  readonly change: 'added' | 'removed' | 'changed'
  /** Values of the columns that tell rows apart. */
  readonly key: readonly Value[]
  /** Column → what it said and says; only of rows that changed. */
  readonly values: Readonly<Record<string, { readonly before: Value; readonly after: Value }>>
}

/** How a version differs from the one before. */
export interface VersionChanges {
  readonly columns: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly retyped: readonly string[]
  }
  readonly added: number
  readonly removed: number
  readonly changed: number
  /** The first of them, in the order of their keys. */
  readonly rows: readonly ChangedRow[]
}

/** Most rows that a comparison lists. */
export const mostListed = 200

/** What changed from one version to the next: columns, and rows by their keys. */
export function compareVersions(before: Table, after: Table): VersionChanges {
  const earlier = new Map(before.columns.map(column => [column.name, column]))
  const later = new Map(after.columns.map(column => [column.name, column]))
  const both = after.columns.filter(({ name }) => earlier.has(name)).map(({ name }) => name)
  const keys = after.columns.filter(({ role, name }) => role === 'key' && earlier.has(name)).map(({ name }) => name)
  const keyOf = (row: Row) => keys.map(name => row[name] ?? null)
  const indexed = (rows: readonly Row[]) => new Map(rows.map(row => [JSON.stringify(keyOf(row)), row]))
  const [was, is] = [indexed(before.rows), indexed(after.rows)]
  const rows: ChangedRow[] = []
  for (const [key, row] of is) {
    const old = was.get(key)
    if (old === undefined) rows.push({ change: 'added', key: keyOf(row), values: {} })
    else {
      const differing = both.filter(name => (old[name] ?? null) !== (row[name] ?? null))
      if (differing.length === 0) continue
      const values = differing.map(name => [name, { before: old[name] ?? null, after: row[name] ?? null }] as const)
      rows.push({ change: 'changed', key: keyOf(row), values: Object.fromEntries(values) })
    }
  }
  for (const [key, row] of was) if (!is.has(key)) rows.push({ change: 'removed', key: keyOf(row), values: {} })
  const count = (change: ChangedRow['change']) => rows.filter(row => row.change === change).length
  return {
    columns: {
      added: [...later.keys()].filter(name => !earlier.has(name)),
      removed: [...earlier.keys()].filter(name => !later.has(name)),
      retyped: both.filter(name => earlier.get(name)?.type !== later.get(name)?.type),
    },
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    rows: rows.slice(0, mostListed),
  }
}

/** Whether anything differs. */
export function isSame({ columns, added, removed, changed }: VersionChanges): boolean {
  return added + removed + changed + columns.added.length + columns.removed.length + columns.retyped.length === 0
}
