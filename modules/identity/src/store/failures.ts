import { getRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'

/** Waits until nobody else counts under this subject; held until the transaction ends. */
export async function lockSubject(tx: Tx, subject: Uint8Array): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(encode(${subject}, 'hex'), 7236824))`)
}

/** How many sign-ins failed, or are being tried, under a subject since a moment. */
export async function countFailures(reader: Reader, tenant: string, subject: Uint8Array, since: Date): Promise<number> {
  const row = await getRow(
    reader,
    sql<{ n: number }>`select count(*)::int as n from identity.failures
      where tenant = ${tenant} and subject = ${subject} and at > ${since}`,
  )
  return row.n
}

/** Counts a try as failed until it has succeeded. */
export async function insertFailure(
  tx: Tx,
  failure: { failure: string; subject: Uint8Array; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into identity.failures (tenant, failure, subject, at)
      values (${tx.tenant}, ${failure.failure}, ${failure.subject}, ${failure.now})`,
  )
}

/** Takes tries back that succeeded. */
export async function deleteFailures(tx: Tx, failures: readonly string[]): Promise<void> {
  await run(
    tx,
    sql`delete from identity.failures where tenant = ${tx.tenant} and failure = any(${failures as string[]})`,
  )
}

/** Forgets failures before a moment; returns how many. */
export async function deleteFailuresBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  return run(
    tx,
    sql`delete from identity.failures where tenant = ${tx.tenant} and failure in (
      select failure from identity.failures where tenant = ${tx.tenant} and at < ${before} limit ${limit})`,
  )
}
