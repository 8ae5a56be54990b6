import pg from 'pg'

/** A view or table of a database that is not ours. */
export interface ViewName {
  readonly schema: string
  readonly name: string
}

/** Why a view could not be read. */
export interface ViewProblem {
  readonly problem: 'unreachable' | 'timed-out' | 'view-wrong' | 'failed'
  /** The code that PostgreSQL or the network gave; never data. */
  readonly detail: string
}

/** Views of a database that is not ours: only read, in a pool of its own. */
export interface OutsideViews {
  /** Reads rows as JSON: columns by name, all conditions by equality; values are parameters, names are quoted. */
  read(
    view: ViewName,
    wanted: {
      columns: readonly string[]
      where: Readonly<Record<string, string | number | boolean>>
      limit: number
      timeout: number
    },
  ): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] } | ViewProblem>
  close(): Promise<void>
}

const most = 4
const connectTimeout = 5_000
const longestStatement = 600_000

function problemOf(error: unknown): ViewProblem {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code === '57014') return { problem: 'timed-out', detail: code }
  if (/^(42|22|25006)/.test(code)) return { problem: 'view-wrong', detail: code }
  if (/^(08|28|53|57|3D)/.test(code) || /^E[A-Z]+$/.test(code) || /timeout|terminated/i.test(message))
    return { problem: 'unreachable', detail: code }
  return { problem: 'failed', detail: code }
}

const quoted = (name: string) => pg.escapeIdentifier(name)

/** Opens views of a database that is not ours. Nothing is connected before the first read; every session is read-only. */
export function openOutsideViews(options: { url: string }): OutsideViews {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: most,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: connectTimeout,
    // A node that ends does not wait for a connection that rests.
    allowExitOnIdle: true,
    statement_timeout: longestStatement,
    options: '-c default_transaction_read_only=on',
    application_name: 'tereze-exchange',
  })
  pool.on('error', () => undefined)

  async function ask<Row>(text: string, values: readonly unknown[], timeout: number): Promise<Row[] | ViewProblem> {
    try {
      const client = await pool.connect()
      let broken = true
      try {
        await client.query('begin read only')
        await client.query("select set_config('statement_timeout', $1, true)", [
          String(Math.max(1, Math.round(timeout))),
        ])
        const found = await client.query(text, [...values])
        await client.query('commit')
        broken = false
        return found.rows as Row[]
      } finally {
        client.release(broken)
      }
    } catch (error) {
      return problemOf(error)
    }
  }

  return {
    async read({ schema, name }, { columns, where, limit, timeout }) {
      const conditions = Object.keys(where).map((column, index) => `v.${quoted(column)} = $${index + 2}`)
      const shown = columns.map(column => `v.${quoted(column)}`).join(', ')
      const text = `select to_jsonb(r) as row from (select ${shown} from ${quoted(schema)}.${quoted(name)} v
        where ${conditions.length === 0 ? 'true' : conditions.join(' and ')} limit $1) r`
      const found = await ask<{ row: Record<string, unknown> }>(text, [limit, ...Object.values(where)], timeout)
      return 'problem' in found ? found : { rows: found.map(({ row }) => row) }
    },
    close: () => pool.end(),
  }
}
