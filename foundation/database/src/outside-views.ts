import pg from 'pg'
import { openReadOnly, type ViewProblem } from './read-only-session.ts'

export type { ViewProblem } from './read-only-session.ts'

/** A view or table of a database that is not ours. */
export interface ViewName {
  readonly schema: string
  readonly name: string
}

/** Views of a database that is not ours: only read, in a pool of its own. */
export interface OutsideViews {
  /**
   * Reads rows as JSON: columns by name, all conditions by equality; values are parameters, names are quoted. What JSON would round
   * is read as `texts`.
   */
  read(
    view: ViewName,
    wanted: {
      columns: readonly string[]
      texts?: readonly string[]
      where: Readonly<Record<string, string | number | boolean>>
      limit: number
      timeout: number
    },
  ): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] } | ViewProblem>
  close(): Promise<void>
}

const quoted = (name: string) => pg.escapeIdentifier(name)

/** Opens views of a database that is not ours. Nothing is connected before the first read; every session is read-only. */
export function openOutsideViews(options: { url: string }): OutsideViews {
  const session = openReadOnly(options)
  return {
    async read({ schema, name }, { columns, texts = [], where, limit, timeout }) {
      const conditions = Object.keys(where).map((column, index) => `v.${quoted(column)} = $${index + 2}`)
      const shown = columns
        .map(column => `v.${quoted(column)}${texts.includes(column) ? `::text as ${quoted(column)}` : ''}`)
        .join(', ')
      const text = `select to_jsonb(r) as row from (select ${shown} from ${quoted(schema)}.${quoted(name)} v
        where ${conditions.length === 0 ? 'true' : conditions.join(' and ')} limit $1) r`
      const found = await session.ask<{ row: Record<string, unknown> }>(text, [limit, ...Object.values(where)], timeout)
      return 'problem' in found ? found : { rows: found.map(({ row }) => row) }
    },
    close: () => session.close(),
  }
}
