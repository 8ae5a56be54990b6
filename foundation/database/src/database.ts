import pg from 'pg'
import { createDeferred } from './deferred.ts'
import { createPosted, type PostedStatements } from './posted.ts'
import { type Sent, sendTogether } from './send-together.ts'
import { isSpoiled, post, type Reader, type Tx } from './transaction.ts'

const { Pool, types } = pg

/** A legal date stays text; a JavaScript Date would move it by the zone. */
types.setTypeParser(1082, value => value)
/** Instants are ISO 8601 UTC text everywhere. */
types.setTypeParser(1184, value => new Date(value).toISOString())
/** bigint: positions and counts fit a double here; the tests would show it if they did not. */
types.setTypeParser(20, value => Number(value))

/** Longest life of a transaction. What needs longer is done in chunks. */
const transactionTimeoutSeconds = 5
/** The tenant of bookkeeping transactions of the platform's own machinery (relay, cursors); see `own_by_tenant`. */
export const bookkeeping = '*'

const tenantPattern = /^([a-z][a-z0-9-]{1,62}|\*)$/

/** Whether a text can be one tenant's name. `*`, under which the platform keeps its own books, is nobody's. */
export function isTenant(text: string): boolean {
  return text !== '*' && tenantPattern.test(text)
}

/** One PostgreSQL database behind a pool. */
export interface Database extends Reader {
  readonly url: string
  /**
   * Reads by one connection, the same each time: for what is asked again and again and costs more to plan than to answer, which each
   * connection of the pool would plan for itself.
   */
  readonly single: Reader
  /** What it was asked so far, by this node. */
  readonly sent: Sent
  /** Runs `work` in a transaction that may write only rows of `tenant`; commits unless it throws. */
  transaction<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs `work` in a read-only snapshot. */
  snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /**
   * Has PostgreSQL look at its filled tables. After much was loaded at once: plans made for empty tables go through all rows of full ones, and
   * PostgreSQL itself looks within minutes only.
   */
  analyze(): Promise<void>
  /** A connection of its own, e.g. to LISTEN or to hold an advisory lock; release it by `end()`. */
  dedicated(): Promise<pg.Client>
  close(): Promise<void>
}

/** Thrown inside `transaction` to undo it and still give the caller a value. */
export class Rollback<T> extends Error {
  readonly value: T
  constructor(value: T) {
    super('rolled back')
    this.value = value
  }
}

function throwFailure({ failure }: PostedStatements): void {
  if (failure !== null) throw failure.error
}

/**
 * Opens a database.
 * @param options.url connection text (`postgres://…`).
 * @param options.max connections in the pool.
 * @param options.onError told of errors of idle connections.
 */
export function openDatabase(options: { url: string; max?: number; onError?: (error: Error) => void }): Database {
  const onError = options.onError ?? (() => undefined)
  const sent = { statements: 0, packets: 0 }
  function openPool(max: number): pg.Pool {
    const opened = new Pool({
      connectionString: options.url,
      max,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 10_000,
      // Statements are sent without waiting for the answers to those before; PostgreSQL answers them in order.
      pipeline: true,
    })
    opened.on('error', onError)
    // A connection that dies in the moment in which it is handed out has nobody else who listens: that would end the node. Whoever uses it
    // learns of it by what fails next.
    opened.on('connect', client => client.on('error', () => undefined))
    opened.on('connect', client => sendTogether(client, sent))
    return opened
  }
  const pool = openPool(options.max ?? 20)
  // It opens its connection when it is first asked.
  const single = openPool(1)

  async function within<T>(
    begin: string,
    work: (client: pg.PoolClient, posted: PostedStatements) => Promise<T>,
  ): Promise<T> {
    const client = await pool.connect()
    const posted = createPosted()
    let broken: Error | undefined
    client.on('error', onError)
    try {
      posted.add(() => client.query(begin))
      const value = await work(client, posted)
      await posted.sent()
      throwFailure(posted)
      const [{ command }] = await Promise.all([client.query('commit'), posted.settle()])
      // PostgreSQL answers the commit of a transaction in which a statement failed by rolling it back.
      throwFailure(posted)
      if (command !== 'COMMIT')
        throw new Error('a statement of the transaction failed, and it went on as if it had not')
      return value
    } catch (error) {
      try {
        await Promise.all([client.query('rollback'), posted.settle()])
      } catch (rollbackError) {
        broken = rollbackError instanceof Error ? rollbackError : new Error(String(rollbackError))
      }
      // What was posted failed first; what failed after it only says that the transaction is aborted.
      throw posted.failure === null ? error : posted.failure.error
    } finally {
      client.off('error', onError)
      client.release(broken ?? isSpoiled(client))
    }
  }

  return {
    url: options.url,
    sent,
    client: pool as unknown as Reader['client'],
    single: { client: single as unknown as Reader['client'] },
    async transaction(tenant, work) {
      if (!tenantPattern.test(tenant)) throw new Error(`"${tenant}" is not a tenant`)
      const after: (() => void)[] = []
      const begin = `begin; set local transaction_timeout = '${transactionTimeoutSeconds}s'; set local tereze.tenant = '${tenant}'`
      const value = await within(begin, async (client, posted) => {
        const deferred = createDeferred()
        const tx: Tx = { client, tenant, posted, deferred, onCommit: run => void after.push(run) }
        const result = await work(tx)
        const last = deferred.statement(tenant)
        if (last !== null) post(tx, last)
        return result
      })
      for (const run of after) run()
      return value
    },
    snapshot(work) {
      return within(`begin isolation level repeatable read read only; set local transaction_timeout = '30s'`, client =>
        work({ client }),
      )
    },
    async analyze() {
      // Of a table that was looked at while it was empty, plans would think that it stays so: they go through all of it for good.
      const { rows } = await pool.query<{ table: string }>(
        `select oid::regclass::text as table from pg_class
          where relkind = 'r' and pg_relation_size(oid) >= 65536 and pg_has_role(relowner, 'usage') and not relisshared`,
      )
      if (rows.length > 0) await pool.query(`analyze ${rows.map(({ table }) => table).join(', ')}`)
    },
    async dedicated() {
      const client = new pg.Client({ connectionString: options.url })
      client.on('error', onError)
      await client.connect()
      return client
    },
    async close() {
      await Promise.all([pool.end(), single.end()])
    },
  }
}
