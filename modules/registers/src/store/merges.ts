import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** The record into which one was merged and which lives on, or null. Merges of merges are followed. */
export async function findSurvivor(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
): Promise<string | null> {
  const row = await findRow(
    reader,
    sql<{ survivor: string }>`with recursive way as (
        select survivor, 1 as step from registers.merges
        where tenant = ${tenant} and register = ${register} and merged = ${record} and undone_at is null
        union all
        select m.survivor, way.step + 1 from way join registers.merges m
          on m.tenant = ${tenant} and m.register = ${register} and m.merged = way.survivor and m.undone_at is null
        where way.step < 100
      ) select survivor from way order by step desc limit 1`,
  )
  return row?.survivor ?? null
}

/** A merge as it is kept. */
export interface MergeRow {
  readonly id: string
  readonly register: string
  readonly survivor: string
  readonly merged: string
  readonly survivor_version: number
  readonly merged_version: number
  readonly result_version: number
  readonly moved: readonly {
    readonly register: string
    readonly record: string
    readonly pointers: readonly string[]
  }[]
  readonly reason: string
  readonly merged_by: string
  readonly merged_at: string
  readonly undone_by: string | null
  readonly undone_at: string | null
}

const columns = sql`id, register, survivor, merged, survivor_version, merged_version, result_version, moved, reason, merged_by,
  merged_at, undone_by, undone_at`

/** Keeps a merge. */
export function insertMerge(tx: Tx, merge: Omit<MergeRow, 'undone_by' | 'undone_at' | 'merged_at'>, now: Date): void {
  post(
    tx,
    sql`insert into registers.merges (tenant, id, register, survivor, merged, survivor_version, merged_version, result_version,
        moved, reason, merged_by, merged_at)
      values (${tx.tenant}, ${merge.id}, ${merge.register}, ${merge.survivor}, ${merge.merged}, ${merge.survivor_version},
        ${merge.merged_version}, ${merge.result_version}, ${JSON.stringify(merge.moved)}::jsonb, ${merge.reason}, ${merge.merged_by}, ${now})`,
  )
}

/** A merge that holds. */
export async function findMerge(reader: Reader, tenant: string, id: string): Promise<MergeRow | null> {
  return findRow(
    reader,
    sql<MergeRow>`select ${columns} from registers.merges where tenant = ${tenant} and id = ${id} and undone_at is null`,
  )
}

/** Undoes a merge; false when it was undone before. */
export async function updateUndone(
  tx: Tx,
  id: string,
  { by, reason, now }: { by: string; reason: string; now: Date },
): Promise<boolean> {
  const undone = await run(
    tx,
    sql`update registers.merges set undone_by = ${by}, undone_at = ${now}, undone_reason = ${reason}
      where tenant = ${tx.tenant} and id = ${id} and undone_at is null`,
  )
  return undone === 1
}

/** Merges that a record had part in, newest first. */
export async function listMergeRows(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
): Promise<MergeRow[]> {
  return rows(
    reader,
    sql<MergeRow>`select ${columns} from registers.merges
      where tenant = ${tenant} and register = ${register} and ${record} in (survivor, merged) order by id desc limit 100`,
  )
}
