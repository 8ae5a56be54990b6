import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { WitnessState } from '@tereze/foundation-witness'

/** How it stands with a witness of a log. */
export interface KeptWitness {
  readonly witness: string
  readonly state: WitnessState
  readonly size: number
  readonly time: string
}

/** Organisations that have a log. */
export async function listLogs(reader: Reader): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select tenant from audit.logs where size > 0 order by tenant`,
  )
  return found.map(row => row.tenant)
}

/** Size of the newest checkpoint of a log that a witness cosigned; 0 when none. */
export async function getCosignedSize(reader: Reader, tenant: string, witness: string): Promise<number> {
  const found = await findRow(
    reader,
    sql<{ size: number }>`select size from audit.cosignatures
      where tenant = ${tenant} and witness = ${witness} order by size desc limit 1`,
  )
  return found?.size ?? 0
}

/** Keeps the signature lines of a witness under a checkpoint. */
export async function insertCosignature(
  tx: Tx,
  cosignature: { size: number; witness: string; lines: string; time: Date },
): Promise<void> {
  post(
    tx,
    sql`insert into audit.cosignatures (tenant, size, witness, lines, time)
      values (${tx.tenant}, ${cosignature.size}, ${cosignature.witness}, ${cosignature.lines}, ${cosignature.time})
      on conflict do nothing`,
  )
}

/** How it stood with a witness so far, locked; null when it was never asked. */
export async function findStateForUpdate(tx: Tx, witness: string): Promise<WitnessState | null> {
  const found = await findRow(
    tx,
    sql<{ state: WitnessState }>`select state from audit.witnesses
      where tenant = ${tx.tenant} and witness = ${witness} for update`,
  )
  return found?.state ?? null
}

/** Writes down how it stands with a witness. */
export async function updateWitness(
  tx: Tx,
  now: { witness: string; state: WitnessState; size: number; time: Date },
): Promise<void> {
  post(
    tx,
    sql`insert into audit.witnesses (tenant, witness, state, size, time)
      values (${tx.tenant}, ${now.witness}, ${now.state}, ${now.size}, ${now.time})
      on conflict on constraint witnesses_pk do update set state = excluded.state, size = excluded.size, time = excluded.time`,
  )
}

/** How it stands with the witnesses of a log, by name. */
export async function listWitnesses(reader: Reader, tenant: string): Promise<KeptWitness[]> {
  return rows(
    reader,
    sql<KeptWitness>`select witness, state, size, time from audit.witnesses where tenant = ${tenant} order by witness`,
  )
}

/**
 * The checkpoint to prove a place with: the newest that most witnesses cosigned, and when nobody has cosigned one that covers the place,
 * the newest there is. With the lines of its witnesses.
 */
export async function findCheckpointFor(
  reader: Reader,
  tenant: string,
  index: number,
): Promise<{ size: number; note: string; cosignatures: string[] } | null> {
  return findRow(
    reader,
    sql<{ size: number; note: string; cosignatures: string[] }>`with cosigned as (
        select size, array_agg(lines order by witness) as lines from audit.cosignatures
        where tenant = ${tenant} and size > ${index} group by size order by count(*) desc, size desc limit 1
      ), newest as (
        select c.size, c.note from audit.checkpoints c where c.tenant = ${tenant} and c.size > ${index}
          and (c.size = (select size from cosigned) or not exists (select from cosigned))
        order by c.size desc limit 1
      )
      select n.size, n.note, coalesce((select lines from cosigned), '{}') as cosignatures from newest n`,
  )
}
