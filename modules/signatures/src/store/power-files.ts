import { post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** A power that came as a file, of which its register is asked. */
export interface PowerFileRow {
  readonly number: string
  /** Powers that it was given on under, nearest first. */
  readonly above: readonly string[]
  /** Its last day, a local date. */
  readonly until: string
}

/** Keeps that the register is to be asked of a power; brought by another delegate again, it is asked anew. */
export function upsertPowerFile(
  tx: Tx,
  file: PowerFileRow & { readonly fingerprint: string; readonly now: Date; readonly next: Date },
): void {
  post(
    tx,
    sql`insert into signatures.power_files (tenant, number, above, until_day, fingerprint, taken_at, asked_at, next_at)
      values (${tx.tenant}, ${file.number}, ${file.above as string[]}::text[], ${file.until}, ${file.fingerprint}, ${file.now},
        ${file.now}, ${file.next})
      on conflict (tenant, number) do update set asked_at = excluded.asked_at, next_at = excluded.next_at`,
  )
}

/** Powers of which the register is to be asked now. */
export async function listPowersToAsk(
  reader: Reader,
  tenant: string,
  now: Date,
  limit: number,
): Promise<readonly PowerFileRow[]> {
  return rows(
    reader,
    sql<PowerFileRow>`select number, above, until_day as until from signatures.power_files
      where tenant = ${tenant} and next_at <= ${now} order by next_at limit ${limit}`,
  )
}

/** The register was asked of a power; when next, null: never again. */
export function updateAsked(tx: Tx, number: string, now: Date, next: Date | null): void {
  post(
    tx,
    sql`update signatures.power_files set asked_at = ${now}, next_at = ${next}
      where tenant = ${tx.tenant} and number = ${number}`,
  )
}

/** When the register is asked of the next power. */
export const dueAsking = sql<Due>`select min(next_at) as at from signatures.power_files where next_at is not null`
