import { run, sql, type Tx } from '@tereze/foundation-database'

/** Remembers that a nonce was used. @returns false when it was used before. */
export async function insertUsedNonce(tx: Tx, nonce: string, until: Date): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into credentials.used_nonces (tenant, nonce, until) values (${tx.tenant}, ${nonce}, ${until})
        on conflict (tenant, nonce) do nothing`,
  )
  return added > 0
}
