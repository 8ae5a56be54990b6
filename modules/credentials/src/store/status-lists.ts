import { findRow, getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** Claims a place for one more credential in the newest list that has room, or in a new one. @returns the list. */
export async function claimList(tx: Tx, mostGiven: number): Promise<number> {
  await run(
    tx,
    sql`insert into credentials.status_lists (tenant, list, given) values (${tx.tenant}, 1, 0)
        on conflict (tenant, list) do nothing`,
  )
  const newest = await getRow(
    tx,
    sql<{ list: number; given: number }>`select list, given from credentials.status_lists
        where tenant = ${tx.tenant} order by list desc limit 1 for update`,
  )
  const list = newest.given < mostGiven ? newest.list : newest.list + 1
  await run(
    tx,
    sql`insert into credentials.status_lists (tenant, list, given) values (${tx.tenant}, ${list}, 1)
        on conflict (tenant, list) do update set given = credentials.status_lists.given + 1`,
  )
  return list
}

/** Whether an organisation has a list, with the signed text if that still holds. */
export function findList(
  reader: Reader,
  tenant: string,
  list: number,
  now: Date,
): Promise<{ readonly signed: string | null } | null> {
  return findRow(
    reader,
    sql<{ signed: string | null }>`select case when signed_until > ${now} then signed end as signed
        from credentials.status_lists where tenant = ${tenant} and list = ${list}`,
  )
}

/** Locks a list, so that nothing is revoked on it while it is signed. */
export async function lockList(tx: Tx, list: number): Promise<void> {
  await run(tx, sql`select 1 from credentials.status_lists where tenant = ${tx.tenant} and list = ${list} for update`)
}

/** Keeps the signed text of a list; null: it has to be signed anew. */
export async function updateSigned(tx: Tx, list: number, signed: { text: string; until: Date } | null): Promise<void> {
  await run(
    tx,
    sql`update credentials.status_lists set signed = ${signed?.text ?? null}, signed_until = ${signed?.until ?? null}
        where tenant = ${tx.tenant} and list = ${list}`,
  )
}

/** Places of a list whose credentials are revoked. */
export async function listRevokedPlaces(reader: Reader, tenant: string, list: number): Promise<number[]> {
  const found = await rows(
    reader,
    sql<{ place: number }>`select place from credentials.credentials
        where tenant = ${tenant} and list = ${list} and revoked_at is not null`,
  )
  return found.map(({ place }) => place)
}
