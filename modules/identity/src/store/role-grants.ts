import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A role that was given and counts. */
export interface GrantRow {
  readonly id: string
  readonly official: string
  readonly role: string
  readonly until: string | null
  readonly givenBy: string
  readonly givenAt: string
}

/** Grants of an organisation that count at a moment. */
export function listGrants(reader: Reader, organisation: string, now: Date): Promise<GrantRow[]> {
  return rows(
    reader,
    sql<GrantRow>`select id, official, role, until, given_by as "givenBy", given_at as "givenAt" from identity.role_grants
      where tenant = ${organisation} and ended_at is null and (until is null or until > ${now}) order by given_at, id`,
  )
}

/** Keeps that a role was given; one whose term is over makes room. */
export async function insertGrant(
  tx: Tx,
  one: Pick<GrantRow, 'id' | 'official' | 'role'> & {
    readonly until: Date | null
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`update identity.role_grants set ended_at = until
      where tenant = ${tx.tenant} and official = ${one.official} and role = ${one.role} and ended_at is null and until <= ${one.now}`,
  )
  await run(
    tx,
    sql`insert into identity.role_grants (tenant, id, official, role, until, given_by, given_at)
      values (${tx.tenant}, ${one.id}, ${one.official}, ${one.role}, ${one.until}, ${one.by}, ${one.now})`,
  )
}

/** Ends a grant. */
export async function endGrant(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update identity.role_grants set ended_at = ${now}, ended_by = ${by} where tenant = ${tx.tenant} and id = ${id}`,
  )
}
