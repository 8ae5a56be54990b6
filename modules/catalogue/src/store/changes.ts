import { findRow, post, type Reader, sql, type Tx } from '@tereze/foundation-database'

/** Tells all nodes that what is published changes with this transaction. */
export function raiseChanges(tx: Tx): void {
  post(
    tx,
    sql`insert into catalogue.changes as known (tenant, number) values (${tx.tenant}, 1)
      on conflict (tenant) do update set number = known.number + 1`,
  )
}

/** How often what is published has changed. */
export async function countChanges(reader: Reader): Promise<string> {
  const row = await findRow(
    reader,
    sql<{ number: string }>`select number::text from catalogue.changes where tenant = 'platform'`,
  )
  return row?.number ?? '0'
}
