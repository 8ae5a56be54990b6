import { findRow, type Reader, sql } from '@tereze/foundation-database'

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
