import { run, sql, type Tx } from '@tereze/foundation-database'

/** Takes the queue of a hall's day for this transaction alone; others wait until it is over. */
export async function lockDay(tx: Tx, unit: string, day: string): Promise<void> {
  await run(
    tx,
    sql`insert into reception.days (tenant, unit, day) values (${tx.tenant}, ${unit}, ${day})
      on conflict (tenant, unit, day) do update set unit = excluded.unit`,
  )
}
