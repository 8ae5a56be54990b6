import { getRow, sql, type Tx } from '@tereze/foundation-database'
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
