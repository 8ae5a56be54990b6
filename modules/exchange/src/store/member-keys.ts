import { getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { JWK } from 'jose'

/** Registers the public key of a member's system until a moment; the same key again changes nothing. Gives the system that has it. */
export async function insertMemberKey(
  tx: Tx,
  key: { kid: string; system: string; jwk: JWK; now: Date; until: Date },
): Promise<string> {
  const row = await getRow(
    tx,
    sql<{ system: string }>`insert into exchange.member_keys (tenant, kid, system, jwk, registered_at, valid_until)
      values (${tx.tenant}, ${key.kid}, ${key.system}, ${JSON.stringify(key.jwk)}::jsonb, ${key.now}, ${key.until})
      on conflict (tenant, kid) do update set kid = excluded.kid returning system`,
  )
  return row.system
}

/** Registered keys of a member that are in use. */
export async function listMemberKeys(
  reader: Reader,
  member: string,
  now: Date,
): Promise<{ kid: string; system: string; jwk: JWK }[]> {
  return rows(
    reader,
    sql<{ kid: string; system: string; jwk: JWK }>`select kid, system, jwk from exchange.member_keys
      where tenant = ${member} and retired_at is null and (valid_until is null or valid_until > ${now}) order by kid`,
  )
}

/** Takes a key out of use; false when there is none in use. */
export async function retireMemberKey(tx: Tx, kid: string, now: Date): Promise<boolean> {
  const retired = await run(
    tx,
    sql`update exchange.member_keys set retired_at = ${now}
      where tenant = ${tx.tenant} and kid = ${kid} and retired_at is null`,
  )
  return retired > 0
}
