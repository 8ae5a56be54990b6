import { findRow, post, type Reader, run, sql, type Tx } from '@tereze/foundation-database'

/** A remembered reply. */
export interface Reply {
  readonly request: string
  readonly reply: unknown
}

/** Claims an idempotency key; false when it was used before (waits for a command that is still running with it). */
export async function insertKey(
  tx: Tx,
  key: { operation: string; actor: string; key: string; request: string; now: Date },
): Promise<boolean> {
  const written = await run(
    tx,
    sql`insert into operations.replies (tenant, operation, actor, key, request, created_at)
      values (${tx.tenant}, ${key.operation}, ${key.actor}, ${key.key}, ${key.request}, ${key.now}) on conflict do nothing`,
  )
  return written === 1
}

/** Remembers the reply given under a key. */
export async function updateReply(
  tx: Tx,
  key: { operation: string; actor: string; key: string },
  reply: unknown,
): Promise<void> {
  post(
    tx,
    sql`update operations.replies set reply = ${JSON.stringify(reply)}::jsonb
      where tenant = ${tx.tenant} and operation = ${key.operation} and actor = ${key.actor} and key = ${key.key}`,
  )
}

/** The reply given under a key. */
export async function findReply(
  reader: Reader,
  tenant: string,
  key: { operation: string; actor: string; key: string },
): Promise<Reply | null> {
  return findRow(
    reader,
    sql<Reply>`select request, reply from operations.replies
      where tenant = ${tenant} and operation = ${key.operation} and actor = ${key.actor} and key = ${key.key}`,
  )
}
