import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Assurance } from '@tereze/operation'

/** A session as it is kept. */
export interface KeptSession {
  readonly session: string
  readonly secretHash: Uint8Array
  readonly account: string
  readonly assurance: Assurance
  readonly client: string
  /** For whom the person acts; null: for themselves. */
  readonly onBehalfOf: string | null
  /** The provider's session that it came from. */
  readonly openidSession: string | null
  /** Program and system of the browser, in words; null when it did not say. */
  readonly browser: string | null
  readonly beganAt: string
  readonly usedAt: string
}

const columns = sql`session, secret_hash as "secretHash", account, assurance, client, on_behalf_of as "onBehalfOf",
  openid_session as "openidSession",
  browser, began_at as "beganAt", used_at as "usedAt"`

/** Keeps a new session. */
export async function insertSession(
  tx: Tx,
  session: Omit<KeptSession, 'onBehalfOf' | 'beganAt' | 'usedAt'> & { now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into identity.sessions (tenant, session, secret_hash, account, assurance, client, openid_session, browser, began_at, used_at)
      values (${tx.tenant}, ${session.session}, ${session.secretHash}, ${session.account}, ${session.assurance},
        ${session.client}, ${session.openidSession}, ${session.browser}, ${session.now}, ${session.now})`,
  )
}

/** A session by id. */
export async function findSession(reader: Reader, tenant: string, session: string): Promise<KeptSession | null> {
  return findRow(
    reader,
    sql<KeptSession>`select ${columns} from identity.sessions where tenant = ${tenant} and session = ${session}`,
  )
}

/** Notes that a session was used. */
export async function updateSessionUse(tx: Tx, session: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update identity.sessions set used_at = ${now} where tenant = ${tx.tenant} and session = ${session} and used_at < ${now}`,
  )
}

/** Keeps for whom the person of a session acts; false when there is no such session. */
export async function updatePrincipal(tx: Tx, session: string, principal: string | null): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`update identity.sessions set on_behalf_of = ${principal} where tenant = ${tx.tenant} and session = ${session}`,
    )) === 1
  )
}

/** Ends a session and gives what it was; null when there was none. */
export async function deleteSession(tx: Tx, session: string): Promise<KeptSession | null> {
  return findRow(
    tx,
    sql<KeptSession>`delete from identity.sessions where tenant = ${tx.tenant} and session = ${session} returning ${columns}`,
  )
}

/** Sessions of an account used after a moment, the last used first. */
export async function listSessionsOf(
  reader: Reader,
  tenant: string,
  account: string,
  usedAfter: Date,
): Promise<KeptSession[]> {
  return rows(
    reader,
    sql<KeptSession>`select ${columns} from identity.sessions
      where tenant = ${tenant} and account = ${account} and used_at > ${usedAfter} order by used_at desc, session`,
  )
}

/** Forgets sessions last used before a moment; returns how many. */
export async function deleteSessionsBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  return run(
    tx,
    sql`delete from identity.sessions where tenant = ${tx.tenant} and session in (
      select session from identity.sessions where tenant = ${tx.tenant} and used_at < ${before} limit ${limit})`,
  )
}
