import pg from 'pg'

/** Why a view could not be read. */
export interface ViewProblem {
  readonly problem: 'unreachable' | 'timed-out' | 'view-wrong' | 'failed'
  /** The code that PostgreSQL or the network gave; never data. */
  readonly detail: string
}

/** Sessions of a database that is not ours, in which nothing can be written. */
export interface ReadOnlySession {
  /** Asks in a transaction of its own. @param timeout milliseconds */
  ask<Row>(text: string, values: readonly unknown[], timeout: number): Promise<Row[] | ViewProblem>
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

/** Opens read-only sessions in a pool of their own. Nothing is connected before the first question. */
export function openReadOnly(options: { url: string }): ReadOnlySession {
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
  return {
    async ask<Row>(text: string, values: readonly unknown[], timeout: number) {
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
    },
    close: () => pool.end(),
  }
}
