import { type Reader, rows, sql } from '@tereze/foundation-database'

/** Tables that belong to no tenant, each with the reason. Everything else is owned by an organisation. */
export const tablesWithoutTenant: Readonly<Record<string, string>> = {
  'tereze.migrations': 'bookkeeping of the database itself',
  'events.cursors': 'how far a subscriber has read, for all tenants at once',
  'events.stuck': 'reactions that wait, for all tenants at once; the event itself is owned',
}

type Found = { table: string; index: string | null; columns: string[] | null; forced: boolean; policies: number }

/**
 * What the tables of a migrated database get wrong: a primary or unique key that does not begin with `tenant`, no primary
 * key at all, row-level security that does not bind the owner.
 */
export async function checkTables(
  reader: Reader,
  exceptions: Readonly<Record<string, string>> = tablesWithoutTenant,
): Promise<string[]> {
  const found = await rows(
    reader,
    sql<Found>`
      select n.nspname || '.' || c.relname as table, i.relname as index, k.columns, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_index x on x.indrelid = c.oid and (x.indisprimary or x.indisunique)
      left join pg_class i on i.oid = x.indexrelid
      left join lateral (
        select array_agg(pg_get_indexdef(x.indexrelid, place, true) order by place) as columns
        from generate_series(1, x.indnkeyatts) place) k on true
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')
      order by 1, 2`,
  )
  const owned = found.filter(({ table }) => !(table in exceptions))
  return [
    ...owned.filter(({ index }) => index === null).map(({ table }) => `${table} has no primary key`),
    ...owned
      .filter(({ index, columns }) => index !== null && columns?.[0] !== 'tenant')
      .map(({ table, index, columns }) => `${table}: ${index} begins with ${columns?.[0]}, not with tenant`),
    ...new Set(
      owned
        .filter(({ forced, policies }) => !forced || policies === 0)
        .map(({ table }) => `${table} is not bound to its tenant (select tereze.own_by_tenant('${table}'))`),
    ),
    ...Object.keys(exceptions)
      .filter(table => !found.some(row => row.table === table))
      .map(table => `${table} is excepted and does not exist`),
  ]
}

/** How many tables there are to look at. */
export async function countTables(reader: Reader): Promise<number> {
  const found = await rows(
    reader,
    sql<{
      n: number
    }>`select count(*) as n from pg_class c join pg_namespace s on s.oid = c.relnamespace where c.relkind in ('r', 'p') and s.nspname !~ '^pg_' and s.nspname <> 'information_schema'`,
  )
  return found[0]?.n ?? 0
}
