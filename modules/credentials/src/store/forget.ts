import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** Organisations that have something to forget. */
export async function listTenantsToForget(reader: Reader, before: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`
      select tenant from credentials.offers where expires_at < ${before}
      union select tenant from credentials.used_nonces where until < ${before}
      union select tenant from credentials.presentations where expires_at < ${before}`,
  )
  return found.map(({ tenant }) => tenant)
}

/** Forgets offers, used nonces and questions with their answers that ended before a moment. @returns how many. */
export async function deleteEnded(tx: Tx, before: Date): Promise<number> {
  const { tenant } = tx
  return (
    (await run(tx, sql`delete from credentials.offers where tenant = ${tenant} and expires_at < ${before}`)) +
    (await run(tx, sql`delete from credentials.used_nonces where tenant = ${tenant} and until < ${before}`)) +
    (await run(tx, sql`delete from credentials.presentations where tenant = ${tenant} and expires_at < ${before}`))
  )
}
