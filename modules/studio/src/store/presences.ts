import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** Somebody who has a draft open. */
export interface PresenceRow {
  readonly official: string
  readonly path: string | null
  readonly since: string
}

/** Says that somebody has a draft open until a moment; who was away meanwhile is here since now. */
export async function upsertPresence(
  tx: Tx,
  draft: string,
  presence: { readonly official: string; readonly path: string | null; readonly now: Date; readonly until: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into studio.presences as here (tenant, draft, official, path, since, until)
      values (${tx.tenant}, ${draft}, ${presence.official}, ${presence.path}, ${presence.now}, ${presence.until})
      on conflict (tenant, draft, official) do update set path = excluded.path, until = excluded.until,
        since = case when here.until < excluded.since then excluded.since else here.since end`,
  )
}

/** Somebody leaves a draft. */
export async function deletePresence(tx: Tx, draft: string, official: string): Promise<void> {
  await run(
    tx,
    sql`delete from studio.presences where tenant = ${tx.tenant} and draft = ${draft} and official = ${official}`,
  )
}

/** Who has a draft open now, who came first first. */
export function listPresences(reader: Reader, organisation: string, draft: string, now: Date): Promise<PresenceRow[]> {
  return rows(
    reader,
    sql<PresenceRow>`select official, path, since from studio.presences
      where tenant = ${organisation} and draft = ${draft} and until > ${now} order by since, official`,
  )
}
