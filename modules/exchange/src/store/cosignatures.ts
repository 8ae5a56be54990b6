import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Asked, WitnessState } from '@tereze/foundation-witness'

/** Organisations that have a log of messages. */
export async function listMessageLogs(reader: Reader): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select tenant from exchange.logs where size > 0 order by tenant`,
  )
  return found.map(({ tenant }) => tenant)
}

/** Size of the newest checkpoint of a log that a witness cosigned; 0 when none. */
export async function getCosignedSize(reader: Reader, tenant: string, witness: string): Promise<number> {
  const found = await findRow(
    reader,
    sql<{
      size: number
    }>`select max(size)::float8 as size from exchange.cosignatures where tenant = ${tenant} and witness = ${witness}`,
  )
  return found?.size ?? 0
}

/** How it stood with a witness so far, locked; null when it was never asked. */
export async function findStateForUpdate(tx: Tx, witness: string): Promise<WitnessState | null> {
  const found = await findRow(
    tx,
    sql<{ state: WitnessState }>`select state from exchange.witnesses
      where tenant = ${tx.tenant} and witness = ${witness} for update`,
  )
  return found?.state ?? null
}

/** Keeps how it stands with a witness, and what it signed where it did. */
export function keepAsked(tx: Tx, { witness, size, state, lines }: Asked, time: Date): void {
  if (lines !== null)
    post(
      tx,
      sql`insert into exchange.cosignatures (tenant, size, witness, lines, time)
        values (${tx.tenant}, ${size}, ${witness}, ${lines}, ${time}) on conflict do nothing`,
    )
  post(
    tx,
    sql`insert into exchange.witnesses (tenant, witness, state, size, time)
      values (${tx.tenant}, ${witness}, ${state}, ${size}, ${time})
      on conflict on constraint witnesses_pk do update set state = excluded.state, size = excluded.size, time = excluded.time`,
  )
}

/** How it stands with the witnesses of a log of messages, by name. */
export function listWitnessRows(
  reader: Reader,
  tenant: string,
): Promise<{ witness: string; state: WitnessState; size: number; time: string }[]> {
  return rows(
    reader,
    sql<{
      witness: string
      state: WitnessState
      size: number
      time: string
    }>`select witness, state, size::float8 as size, time
      from exchange.witnesses where tenant = ${tenant} order by witness`,
  )
}

/** The newest checkpoint over a place that most witnesses cosigned, with their names and lines; null when nobody did. */
export function findCosigned(
  reader: Reader,
  tenant: string,
  index: number,
): Promise<{ size: number; note: string; witnesses: string[]; lines: string[] } | null> {
  return findRow(
    reader,
    sql<{ size: number; note: string; witnesses: string[]; lines: string[] }>`select s.size::float8 as size, c.note,
        array_agg(s.witness order by s.witness) as witnesses, array_agg(s.lines order by s.witness) as lines
      from exchange.cosignatures s join exchange.checkpoints c on c.tenant = s.tenant and c.size = s.size
      where s.tenant = ${tenant} and s.size > ${index} group by s.size, c.note order by count(*) desc, s.size desc limit 1`,
  )
}
