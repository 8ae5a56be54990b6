import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Way } from '../rules/notification-law.ts'

/** When something last came back from addresses, by their marks; those from which nothing did are not there. */
export async function listBounces(reader: Reader, marks: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(
    reader,
    sql<{ mark: string; at: string }>`select mark, bounced_at as at from notifications.bounces
      where tenant = 'platform' and mark = any(${marks}::text[])`,
  )
  return new Map(found.map(({ mark, at }) => [mark, at]))
}

/** Notes that something came back from addresses. */
export async function upsertBounces(
  tx: Tx,
  bounces: readonly { readonly mark: string; readonly channel: Way }[],
  now: Date,
): Promise<void> {
  await run(
    tx,
    sql`insert into notifications.bounces (tenant, mark, channel, bounced_at)
        select distinct on (b.mark) ${tx.tenant}, b.mark, b.channel, ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(bounces)}::jsonb) as b(mark text, channel text)
        on conflict (tenant, mark) do update set bounced_at = excluded.bounced_at`,
  )
}
