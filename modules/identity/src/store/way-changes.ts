import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { WayChange } from '../contract/index.ts'

/** A change as it is kept. */
export interface KeptWayChange extends WayChange {
  readonly account: string
  /** Which of several: id of a passkey, an outside provider, a recovery; null where there is one of its kind. */
  readonly thing: string | null
}

const columns = sql`change, account, way, deed, thing, at, disowned_at as "disownedAt"`

/** Keeps a change. */
export async function insertWayChange(
  tx: Tx,
  kept: Omit<KeptWayChange, 'at' | 'disownedAt'> & { now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into identity.way_changes (tenant, change, account, way, deed, thing, at)
      values (${tx.tenant}, ${kept.change}, ${kept.account}, ${kept.way}, ${kept.deed}, ${kept.thing}, ${kept.now})`,
  )
}

/** Changes of an account, the newest first. */
export async function listWayChangesOf(
  reader: Reader,
  tenant: string,
  account: string,
  limit: number,
): Promise<KeptWayChange[]> {
  return rows(
    reader,
    sql<KeptWayChange>`select ${columns} from identity.way_changes
      where tenant = ${tenant} and account = ${account} order by at desc, change desc limit ${limit}`,
  )
}

/** Notes that the owner of an account disowns a change, once; null when there is none such. */
export async function updateChangeDisowned(
  tx: Tx,
  disowned: { account: string; change: string; now: Date },
): Promise<KeptWayChange | null> {
  return findRow(
    tx,
    sql<KeptWayChange>`update identity.way_changes set disowned_at = ${disowned.now}
      where tenant = ${tx.tenant} and account = ${disowned.account} and change = ${disowned.change} and disowned_at is null
      returning ${columns}`,
  )
}

/** Forgets changes of before a moment; returns how many. */
export async function deleteWayChangesBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  return run(
    tx,
    sql`delete from identity.way_changes where tenant = ${tx.tenant} and change in (
      select change from identity.way_changes where tenant = ${tx.tenant} and at < ${before} limit ${limit})`,
  )
}
