import pg, { type PoolClient, type QueryResult, type QueryResultRow } from 'pg'
import { compileFragment, type Fragment } from './fragment.ts'

/** Something that reads. */
export interface Reader {
  readonly client: Pick<PoolClient, 'query'>
}

/** A running transaction that writes one tenant. Passed to every store function as its first argument. */
export interface Tx extends Reader {
  readonly tenant: string
  /** Sent and not waited for; the transaction commits only when all of them succeeded. Only `post` adds to it. */
  readonly posted: Posted
  /** Put off until just before the commit, and written together there. Only `defer` adds to it. */
  readonly deferred: Deferred
  /** Runs after a successful commit; what it does must be safe to lose (waking a poller, say). */
  onCommit(run: () => void): void
}

/** Statements of a transaction that were sent and not waited for. */
export interface Posted {
  /** Sends a statement. */
  add(send: () => Promise<unknown>): void
}

/** The statement that inserts rows of one kind for a tenant; without `with` of its own, since it may become a part of one. */
export type Writing<T> = (tenant: string, items: readonly T[]) => Fragment

/** Rows that a transaction writes together at its end. */
export interface Deferred {
  add<T>(writing: Writing<T>, item: T): void
  /** How much was put off so far. */
  mark(): number
  /** Forgets what was put off after a mark. */
  forget(mark: number): void
}

/** Connections on which a statement failed before PostgreSQL had it: what they think is prepared there may not be. */
const spoiled = new WeakSet<object>()

/** Whether a connection must not be used again. */
export function isSpoiled(client: object): boolean {
  return spoiled.has(client)
}

/** Statements seen before are prepared once per connection under a short name. */
const statementNames = new Map<string, string>()
const statementLimit = 1000

function statementName(text: string): string | undefined {
  const known = statementNames.get(text)
  if (known !== undefined) return known
  if (statementNames.size >= statementLimit) return undefined
  const name = `t${statementNames.size.toString(36)}`
  statementNames.set(text, name)
  return name
}

async function execute(reader: Reader, fragment: Fragment<unknown>): Promise<QueryResult<QueryResultRow>> {
  const { text, values } = compileFragment(fragment)
  const name = statementName(text)
  try {
    return await reader.client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) spoiled.add(reader.client)
    throw error
  }
}

/** All rows. */
export async function rows<Row>(reader: Reader, fragment: Fragment<Row>): Promise<Row[]> {
  return (await execute(reader, fragment)).rows as Row[]
}

/** The first row, or null. */
export async function findRow<Row>(reader: Reader, fragment: Fragment<Row>): Promise<Row | null> {
  return ((await execute(reader, fragment)).rows[0] as Row | undefined) ?? null
}

/**
 * The one row that must be there.
 * @throws Error when there is none.
 */
export async function getRow<Row>(reader: Reader, fragment: Fragment<Row>): Promise<Row> {
  const row = await findRow(reader, fragment)
  if (row === null) throw new Error('a row that must exist is missing')
  return row
}

/** Number of rows written. */
export async function run(reader: Reader, fragment: Fragment<unknown>): Promise<number> {
  return (await execute(reader, fragment)).rowCount ?? 0
}

/**
 * Writes without waiting: the statement goes out at once, in its place among the others, and nobody hears how many rows it wrote.
 * If it fails, the transaction does, with its error. For inserts that nothing in the transaction reads back.
 */
export function post(tx: Tx, fragment: Fragment<unknown>): void {
  tx.posted.add(() => execute(tx, fragment))
}

/**
 * Writes at the end of the transaction, together with everything that is given to the same `writing`, and all kinds in one statement: for
 * rows that almost every transaction makes, or of which one makes many one by one, and which nothing in it reads back.
 */
export function defer<T>(tx: Tx, writing: Writing<T>, item: T): void {
  tx.deferred.add(writing, item)
}

/** A transaction that only reads, over a reader: what would write is refused. */
export function readingTx(reader: Reader, tenant: string): Tx {
  const refuse = () => {
    throw new Error('a transaction that only reads was asked to write')
  }
  return {
    client: reader.client,
    tenant,
    posted: { add: refuse },
    deferred: { add: refuse, mark: () => 0, forget: () => undefined },
    onCommit: () => undefined,
  }
}
