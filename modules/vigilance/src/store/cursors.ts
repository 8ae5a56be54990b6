import { findRow, getRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'

/** How far each organisation's log has been looked at. */
export async function listCursors(reader: Reader): Promise<readonly { organisation: string; next: number }[]> {
  return rows(
    reader,
    sql<{ organisation: string; next: number }>`select tenant as organisation, next from vigilance.cursors`,
  )
}

/** How far the log of an organisation has been looked at, and when; null: not at all. */
export async function findCursor(reader: Reader, tenant: string): Promise<{ next: number; lookedAt: string } | null> {
  return findRow(
    reader,
    sql<{ next: number; lookedAt: string }>`select next, looked_at as "lookedAt" from vigilance.cursors
      where tenant = ${tenant}`,
  )
}

/** The place of the next line of the transaction's tenant; locked, so that one node looks at a time. */
export async function getCursorForUpdate(tx: Tx, now: Date): Promise<number> {
  post(
    tx,
    sql`insert into vigilance.cursors (tenant, next, looked_at) values (${tx.tenant}, 0, ${now}) on conflict do nothing`,
  )
  const row = await getRow(
    tx,
    sql<{ next: number }>`select next from vigilance.cursors where tenant = ${tx.tenant} for update`,
  )
  return row.next
}

/** Says how far the log has been looked at now. */
export function updateCursor(tx: Tx, next: number, now: Date): void {
  post(tx, sql`update vigilance.cursors set next = ${next}::bigint, looked_at = ${now} where tenant = ${tx.tenant}`)
}
