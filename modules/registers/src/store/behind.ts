import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** A projection that has to be filled from the records: of which register, since which version. */
export interface Behind {
  readonly register: string
  readonly version: string
}

/** Whether a register has any record. */
export async function hasRecords(reader: Reader, register: string): Promise<boolean> {
  return (await findRow(reader, sql`select from registers.records where register = ${register} limit 1`)) !== null
}

/** Notes, as it is published, that a register version finds its projection empty. */
export function upsertBehind(tx: Tx, { register, version }: Behind, columns: readonly string[]): void {
  post(
    tx,
    sql`insert into registers.projections (tenant, register, version, columns)
      values (${tx.tenant}, ${register}, ${version}, ${JSON.stringify(columns)}::jsonb)
      on conflict (tenant, register) do update set version = excluded.version, columns = excluded.columns`,
  )
}

const empty = sql`registers.projections p
  where not exists (
    select from registers.upkeep u where u.register = p.register and u.key = p.version and u.work = 'projection'
  )`

/** Projections that were found empty and whose filling has not begun. */
export async function listBehind(reader: Reader): Promise<Behind[]> {
  return rows(reader, sql<Behind>`select p.register, p.version from ${empty}`)
}

/** Whether there are any. */
export const dueFilling = sql<Due>`select 'epoch'::timestamptz as at from ${empty}`
