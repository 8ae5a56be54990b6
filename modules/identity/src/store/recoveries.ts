import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A recovery as it is kept; of its code only a keyed hash. */
export interface KeptRecovery {
  readonly recovery: string
  readonly person: string
  readonly document: string
  readonly begunBy: string
  readonly begunAt: string
  readonly confirmedBy: string | null
  readonly codeUntil: string | null
}

const columns = sql`recovery, person, document, begun_by as "begunBy", begun_at as "begunAt", confirmed_by as "confirmedBy",
  code_until as "codeUntil"`

/** Keeps a recovery that begins. */
export async function insertRecovery(
  tx: Tx,
  begun: { recovery: string; person: string; document: string; by: string; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into identity.recoveries (tenant, recovery, person, document, begun_by, begun_at)
      values (${tx.tenant}, ${begun.recovery}, ${begun.person}, ${begun.document}, ${begun.by}, ${begun.now})`,
  )
}

/** A recovery that waits, held until the transaction ends. */
export async function lockRecovery(tx: Tx, recovery: string): Promise<KeptRecovery | null> {
  return findRow(
    tx,
    sql<KeptRecovery>`select ${columns} from identity.recoveries
      where tenant = ${tx.tenant} and recovery = ${recovery} and ended_at is null for update`,
  )
}

/** Keeps who confirmed and the hash of the code. */
export async function updateRecoveryConfirmed(
  tx: Tx,
  confirmed: { recovery: string; by: string; codeHash: Uint8Array; until: Date },
): Promise<void> {
  await run(
    tx,
    sql`update identity.recoveries set confirmed_by = ${confirmed.by}, code_hash = ${confirmed.codeHash},
        code_until = ${confirmed.until}
      where tenant = ${tx.tenant} and recovery = ${confirmed.recovery}`,
  )
}

/** Ends the recovery of a code that holds and gives it; null when there is none. */
export async function updateRecoveryUsed(tx: Tx, codeHash: Uint8Array, now: Date): Promise<KeptRecovery | null> {
  return findRow(
    tx,
    sql<KeptRecovery>`update identity.recoveries set ended_at = ${now}
      where tenant = ${tx.tenant} and code_hash = ${codeHash} and ended_at is null and code_until > ${now}
      returning ${columns}`,
  )
}

/** Ends a recovery unfinished. */
export async function updateRecoveryEnded(tx: Tx, recovery: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update identity.recoveries set ended_at = ${now} where tenant = ${tx.tenant} and recovery = ${recovery}`,
  )
}

/** Recoveries that wait, the oldest first. */
export async function listRecoveriesWaiting(reader: Reader, tenant: string, begunAfter: Date): Promise<KeptRecovery[]> {
  return rows(
    reader,
    sql<KeptRecovery>`select ${columns} from identity.recoveries
      where tenant = ${tenant} and ended_at is null and begun_at > ${begunAfter} order by begun_at, recovery limit 200`,
  )
}
