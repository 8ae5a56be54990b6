import { post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** All services of an organisation. */
export const everyService = '*'

/** Closes a service for a while, in place of an earlier pause of it. */
export function upsertPause(tx: Tx, pause: { contract: string; begins: Date; ends: Date; by: string }): void {
  post(
    tx,
    sql`insert into exchange.pauses (tenant, contract, begins, ends, paused_by)
      values (${tx.tenant}, ${pause.contract}, ${pause.begins}, ${pause.ends}, ${pause.by})
      on conflict (tenant, contract) do update set begins = excluded.begins, ends = excluded.ends, paused_by = excluded.paused_by`,
  )
}

/** Opens a service again; false when it was not closed. */
export async function deletePause(tx: Tx, contract: string, now: Date): Promise<boolean> {
  const deleted = await run(
    tx,
    sql`delete from exchange.pauses where tenant = ${tx.tenant} and contract = ${contract} and ends > ${now}`,
  )
  return deleted > 0
}

/** What is closed, or will be, next end first. */
export async function listStoredPauses(
  reader: Reader,
  tenant: string,
  now: Date,
): Promise<{ contract: string; begins: string; ends: string; by: string }[]> {
  return rows(
    reader,
    sql<{ contract: string; begins: string; ends: string; by: string }>`select contract, begins, ends, paused_by as by
      from exchange.pauses where tenant = ${tenant} and ends > ${now} order by ends, contract`,
  )
}
