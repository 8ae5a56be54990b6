import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { SealedThing, SealUse, SealUses } from '../contract/index.ts'

/** Notes that a seal signed something: the thing once, and how often. */
export async function noteUse(
  tx: Tx,
  serial: string,
  { kind, subject, number, title }: SealedThing,
  now: Date,
): Promise<void> {
  await run(
    tx,
    sql`insert into signatures.seal_uses (tenant, serial, kind, subject, number, title, times, first_at, last_at)
        values (${tx.tenant}, ${serial}, ${kind}, ${subject}, ${number}, ${JSON.stringify(title)}::jsonb, 1, ${now}, ${now})
        on conflict (tenant, serial, kind, subject) do update
        set times = seal_uses.times + 1, last_at = excluded.last_at, number = excluded.number, title = excluded.title`,
  )
}

/** Where a page begins: after the last thing of the one before. */
export interface UsePlace {
  readonly lastAt: string
  readonly kind: string
  readonly subject: string
}

/**
 * Things that a seal signed, the latest first.
 * @param of.words each has to stand in the title in some language, or in the number, whatever the size of letters.
 */
export function listUses(
  reader: Reader,
  tenant: string,
  of: { serial: string; words: readonly string[]; after: UsePlace | null; limit: number },
): Promise<SealUse[]> {
  const { serial, words, after, limit } = of
  const found = words.map(
    word =>
      sql`and position(${word}::text in lower(concat_ws(' ', number, title->>'en', title->>'ru', title->>'kk'))) > 0`,
  )
  const later =
    after === null
      ? sql``
      : sql`and (last_at < ${after.lastAt}::timestamptz
          or (last_at = ${after.lastAt}::timestamptz and (kind, subject) > (${after.kind}, ${after.subject})))`
  return rows(
    reader,
    sql<SealUse>`select kind, subject, number, title, times, first_at as "firstAt", last_at as "lastAt" from signatures.seal_uses
        where tenant = ${tenant} and serial = ${serial} ${sql.join(found, sql` `)} ${later}
        order by last_at desc, kind, subject limit ${limit}`,
  )
}

/** How much each seal of an organisation signed, by its number. */
export async function countUses(reader: Reader, tenant: string): Promise<ReadonlyMap<string, SealUses>> {
  const found = await rows(
    reader,
    sql<SealUses & { serial: string }>`select serial, count(*)::integer as things, sum(times)::integer as signatures,
          min(first_at) as "firstAt", max(last_at) as "lastAt"
        from signatures.seal_uses where tenant = ${tenant} group by serial`,
  )
  return new Map(found.map(({ serial, ...uses }) => [serial, uses]))
}
