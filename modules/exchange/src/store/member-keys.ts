import { findRow, getRow, type Reader, sql, type Tx } from '@tereze/foundation-database'
import type { JWK } from 'jose'

/** Registers the public key of a member's system; the same key again changes nothing. Gives the system that has it. */
export async function insertMemberKey(
  tx: Tx,
  key: { kid: string; system: string; jwk: JWK; now: Date },
): Promise<string> {
  const row = await getRow(
    tx,
    sql<{ system: string }>`insert into exchange.member_keys (tenant, kid, system, jwk, registered_at)
      values (${tx.tenant}, ${key.kid}, ${key.system}, ${JSON.stringify(key.jwk)}::jsonb, ${key.now}) on conflict (tenant, kid)
      do update set kid = excluded.kid returning system`,
  )
  return row.system
}

/** A registered key that is in use. */
export async function findMemberKey(
  reader: Reader,
  member: string,
  kid: string,
): Promise<{ system: string; jwk: JWK } | null> {
  return findRow(
    reader,
    sql<{ system: string; jwk: JWK }>`select system, jwk from exchange.member_keys
      where tenant = ${member} and kid = ${kid} and retired_at is null`,
  )
}
