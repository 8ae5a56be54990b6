import { findRow, sql, type Tx } from '@tereze/foundation-database'

/** Why a register was not checked completely. */
export type MissedBecause = 'failed' | 'late'

/** Notes that the complete check of a register is missing; false when that is noted already. */
export async function insertMissed(
  tx: Tx,
  missed: { id: string; register: string; why: MissedBecause; now: Date },
): Promise<boolean> {
  const added = await findRow(
    tx,
    sql<{ id: string }>`insert into registers.missed_checks (tenant, id, register, why, since)
      values (${tx.tenant}, ${missed.id}, ${missed.register}, ${missed.why}, ${missed.now})
      on conflict (tenant, register) where ended_at is null do nothing returning id`,
  )
  return added !== null
}

/** Notes that a register is checked completely; gives what had been missing, null where nothing was. */
export async function endMissed(tx: Tx, register: string, now: Date): Promise<string | null> {
  const ended = await findRow(
    tx,
    sql<{ id: string }>`update registers.missed_checks set ended_at = ${now}
      where tenant = ${tx.tenant} and register = ${register} and ended_at is null returning id`,
  )
  return ended?.id ?? null
}
