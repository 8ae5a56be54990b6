import { findRow, getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { TaskCriteria } from '../contract/task.ts'

/** A list of tasks that an official keeps. */
export interface FilterRow {
  readonly id: string
  readonly official: string
  readonly name: string
  readonly criteria: TaskCriteria
}

const columns = sql`id, official, name, criteria`

/** Keeps a filter, or changes the official's own of that id; false when the name is taken by another of the official's. */
export async function upsertFilter(tx: Tx, filter: FilterRow): Promise<boolean> {
  const written = await run(
    tx,
    sql`insert into cases.filters (tenant, id, official, name, criteria)
      select ${tx.tenant}, ${filter.id}, ${filter.official}, ${filter.name}, ${JSON.stringify(filter.criteria)}::jsonb
      where not exists (select from cases.filters
        where tenant = ${tx.tenant} and official = ${filter.official} and name = ${filter.name} and id <> ${filter.id})
      on conflict (tenant, id) do update set name = excluded.name, criteria = excluded.criteria`,
  )
  return written === 1
}

/** One filter of an official, or null. */
export async function findFilter(
  reader: Reader,
  tenant: string,
  official: string,
  id: string,
): Promise<FilterRow | null> {
  return findRow(
    reader,
    sql<FilterRow>`select ${columns} from cases.filters where tenant = ${tenant} and official = ${official} and id = ${id}`,
  )
}

/** Waits until nobody else changes the official's filters, then tells how many there are. */
export async function countFilters(tx: Tx, official: string): Promise<number> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.tenant}/${official}`}, 5127741))`)
  const row = await getRow(
    tx,
    sql<{
      count: number
    }>`select count(*)::int as count from cases.filters where tenant = ${tx.tenant} and official = ${official}`,
  )
  return row.count
}

/** Filters of an official by name. */
export async function listFiltersOf(reader: Reader, tenant: string, official: string): Promise<FilterRow[]> {
  return rows(
    reader,
    sql<FilterRow>`select ${columns} from cases.filters where tenant = ${tenant} and official = ${official} order by name, id`,
  )
}

/** Forgets a filter of an official; false when there is none. */
export async function removeFilter(tx: Tx, official: string, id: string): Promise<boolean> {
  return (
    (await run(
      tx,
      sql`delete from cases.filters where tenant = ${tx.tenant} and official = ${official} and id = ${id}`,
    )) === 1
  )
}
