import { post, rows, sql, type Tx } from '@tereze/foundation-database'

/** With whom of some subjects the organisation has work, and when a line said so last. */
export async function listKnownSubjects(
  tx: Tx,
  subjects: readonly string[],
): Promise<readonly { subject: string; at: string }[]> {
  return rows(
    tx,
    sql<{ subject: string; at: string }>`select subject, at from vigilance.known_subjects
      where tenant = ${tx.tenant} and subject = any(${subjects as string[]}::text[])`,
  )
}

/** Keeps with whom the organisation has work; the newest time counts. */
export function upsertKnownSubjects(tx: Tx, known: readonly { subject: string; at: string }[]): void {
  if (known.length === 0) return
  post(
    tx,
    sql`insert into vigilance.known_subjects as k (tenant, subject, at)
      select ${tx.tenant}, n.subject, max(n.at) from jsonb_to_recordset(${JSON.stringify(known)}::jsonb)
        as n (subject text, at timestamptz) group by n.subject
      on conflict on constraint known_subjects_pk do update set at = greatest(k.at, excluded.at)`,
  )
}

/** Forgets work that no line has spoken of since an instant. */
export function deleteKnownBefore(tx: Tx, before: Date): void {
  post(tx, sql`delete from vigilance.known_subjects where tenant = ${tx.tenant} and at < ${before}`)
}
