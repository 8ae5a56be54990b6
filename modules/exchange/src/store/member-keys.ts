import { findRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'
import type { JWK } from 'jose'

/** Registers the public key of a member's system; the same key again changes nothing. */
export async function insertMemberKey(
  tx: Tx,
  key: { kid: string; system: string; jwk: JWK; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into exchange.member_keys (tenant, kid, system, jwk, registered_at)
      values (${tx.tenant}, ${key.kid}, ${key.system}, ${JSON.stringify(key.jwk)}::jsonb, ${key.now}) on conflict do nothing`,
  )
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
