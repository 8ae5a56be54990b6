import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'

/** An access as an official of the provider gave it. */
export interface GivenGrant {
  readonly id: string
  readonly contract: string
  readonly consumer: string
  readonly systems: readonly string[] | null
  readonly purpose: string
  readonly ground: string
  readonly begins: string | null
  readonly ends: string
  readonly givenAt: string
  readonly givenBy: string
}

/** That an access was taken back. */
export interface Revocation {
  readonly grant: string
  readonly reason: string
  readonly revokedAt: string
  readonly revokedBy: string
}

/** Keeps an access. */
export function insertGrant(tx: Tx, grant: Omit<GivenGrant, 'givenAt'> & { now: Date }): void {
  post(
    tx,
    sql`insert into exchange.grants (tenant, id, contract, consumer, systems, purpose, ground, begins, ends, given_at, given_by)
      values (${tx.tenant}, ${grant.id}, ${grant.contract}, ${grant.consumer}, ${grant.systems as string[] | null}::text[],
        ${grant.purpose}, ${grant.ground}, ${grant.begins}::date, ${grant.ends}::date, ${grant.now}, ${grant.givenBy})`,
  )
}

/** What officials of an organisation gave, the newest first. */
export async function listGrants(reader: Reader, tenant: string): Promise<GivenGrant[]> {
  return rows(
    reader,
    sql<GivenGrant>`select id, contract, consumer, systems, purpose, ground, begins, ends, given_at as "givenAt", given_by as "givenBy"
      from exchange.grants where tenant = ${tenant} order by given_at desc, id`,
  )
}

/** One access that an official gave. */
export async function findGrant(
  reader: Reader,
  tenant: string,
  id: string,
): Promise<{ contract: string; consumer: string } | null> {
  return findRow(
    reader,
    sql<{ contract: string; consumer: string }>`select contract, consumer from exchange.grants
      where tenant = ${tenant} and id = ${id}`,
  )
}

/** What was taken back. */
export async function listRevocations(reader: Reader, tenant: string): Promise<Revocation[]> {
  return rows(
    reader,
    sql<Revocation>`select grant_id as grant, reason, revoked_at as "revokedAt", revoked_by as "revokedBy"
      from exchange.revocations where tenant = ${tenant}`,
  )
}

/** Takes an access back; false when it was before. */
export async function insertRevocation(
  tx: Tx,
  revocation: { grant: string; contract: string; consumer: string; reason: string; now: Date; by: string },
): Promise<boolean> {
  const { grant, contract, consumer, reason, now, by } = revocation
  const row = await findRow(
    tx,
    sql<{
      grant_id: string
    }>`insert into exchange.revocations (tenant, grant_id, contract, consumer, reason, revoked_at, revoked_by)
      values (${tx.tenant}, ${grant}, ${contract}, ${consumer}, ${reason}, ${now}, ${by})
      on conflict do nothing returning grant_id`,
  )
  return row !== null
}
