import { findRow, getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Official } from '../contract/index.ts'

const columns = sql`official, tenant as organisation, unit, territory, name, roles`

/** What an official is at a moment: with the roles of the appointment, and those that were given and count. */
const columnsAt = (
  now: Date,
) => sql`o.official, o.tenant as organisation, o.unit, o.territory, o.name, o.roles || array(
    select g.role from identity.role_grants g where g.tenant = o.tenant and g.official = o.official and g.ended_at is null
      and (g.until is null or g.until > ${now}) order by g.given_at, g.role) as roles`

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
export async function findOfficial(reader: Reader, official: string, now: Date): Promise<Official | null> {
  return findRow(
    reader,
    sql<Official>`select ${columnsAt(now)} from identity.officials o where o.official = ${official} order by o.tenant limit 1`,
  )
}

/** Officials of an organisation by name, with the roles of their appointment. */
export function listAppointed(reader: Reader, organisation: string): Promise<Official[]> {
  return rows(
    reader,
    sql<Official>`select ${columns} from identity.officials where tenant = ${organisation}
      order by name->>'family', name->>'given', official`,
  )
}

/** An official of the tenant with the roles of the appointment, held until the transaction ends. */
export function holdAppointed(tx: Tx, official: string): Promise<Official | null> {
  return findRow(
    tx,
    sql<Official>`select ${columns} from identity.officials where tenant = ${tx.tenant} and official = ${official} for update`,
  )
}

/** Changes the roles of an appointment. */
export async function updateRoles(tx: Tx, official: string, roles: readonly string[]): Promise<void> {
  await run(
    tx,
    sql`update identity.officials set roles = ${[...roles]}::text[] where tenant = ${tx.tenant} and official = ${official}`,
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
  now: Date,
): Promise<Official[]> {
  const some = officials === undefined ? sql`` : sql`and o.official = any(${officials as string[]})`
  return rows(
    reader,
    sql<Official>`select ${columnsAt(now)} from identity.officials o where o.tenant = ${organisation} ${some}
      order by o.name->>'family', o.name->>'given', o.official`,
  )
}
