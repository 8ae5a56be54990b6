import { findRow, getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Official } from '../contract/index.ts'

const columns = sql`official, tenant as organisation, unit, territory, name, roles`

/** Keeps an official of the transaction's organisation. */
export async function insertOfficial(tx: Tx, official: Official, now: Date): Promise<void> {
  await run(
    tx,
    sql`insert into identity.officials (tenant, official, unit, territory, name, roles, appointed_at)
      values (${tx.tenant}, ${official.official}, ${official.unit}, ${official.territory ?? null}, ${JSON.stringify(official.name)}::jsonb,
        ${official.roles}::text[], ${now})`,
  )
}

/** An official by id, wherever they work. */
export async function findOfficial(reader: Reader, official: string): Promise<Official | null> {
  return findRow(
    reader,
    sql<Official>`select ${columns} from identity.officials where official = ${official} order by tenant limit 1`,
  )
}

/** Waits until nobody else appoints under this id, then tells whether it is taken in any organisation. */
export async function isOfficialTaken(tx: Tx, official: string): Promise<boolean> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${official}, 7236823))`)
  const row = await getRow(
    tx,
    sql<{ taken: boolean }>`select exists(select from identity.officials where official = ${official}) as taken`,
  )
  return row.taken
}

/** Officials of an organisation by name; of some ids only, where they are given. */
export async function listOfficialsOf(
  reader: Reader,
  organisation: string,
  officials: readonly string[] | undefined,
): Promise<Official[]> {
  const some = officials === undefined ? sql`` : sql`and official = any(${officials as string[]})`
  return rows(
    reader,
    sql<Official>`select ${columns} from identity.officials where tenant = ${organisation} ${some}
      order by name->>'family', name->>'given', official`,
  )
}
