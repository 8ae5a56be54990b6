import { post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { SentFile } from '../contract/sent-file.ts'
import type { Publication } from './publications.ts'

/** A message of a topic whose files are to be made. */
export interface UnmadeRow extends Pick<Publication, 'topic' | 'position' | 'event' | 'key' | 'version' | 'sealedFor'> {
  readonly tenant: string
  readonly drafts: Buffer
  readonly at: string
}

/** Files of topics are made as soon as there are any to make. */
export const dueTopicFiles = sql<Due>`select 'epoch'::timestamptz as at from exchange.publications where drafts is not null limit 1`

/** The first messages of each topic whose files are to be made. */
export async function listUnmade(reader: Reader, limit: number): Promise<UnmadeRow[]> {
  return rows(
    reader,
    sql<UnmadeRow>`select tenant, topic, position, event, key, version, sealed_for as "sealedFor", drafts, at from exchange.publications
      where drafts is not null order by position limit ${limit}`,
  )
}

/** Names the files of a message, made or not; false when another node did it. */
export async function updateMade(
  tx: Tx,
  topic: string,
  position: number,
  made: { files: readonly SentFile[]; withoutFiles: string | null },
): Promise<boolean> {
  const updated = await run(
    tx,
    sql`update exchange.publications set drafts = null, files = ${JSON.stringify(made.files)}::jsonb, without_files = ${made.withoutFiles}
      where tenant = ${tx.tenant} and topic = ${topic} and position = ${position} and drafts is not null`,
  )
  return updated > 0
}

/** Which file of a topic a subscriber is sent, and under which id. */
export interface ForSubscriber {
  readonly file: string
  readonly own: string
  readonly consumer: string
  readonly purpose: string
  readonly now: Date
}

/**
 * Keeps a file of a topic for one subscriber, to be sent; its parts are those of the file that was said. One that the subscriber did not
 * take before, because it did not follow, is sent anew.
 */
export function insertForSubscriber(tx: Tx, { file, own, consumer, purpose, now }: ForSubscriber): void {
  post(
    tx,
    sql`insert into exchange.files (tenant, id, direction, peer, system, contract, purpose, name, media_type, size, sha256, part_size, parts,
        state, virus_check, since, changed_at, until, due_at)
      select tenant, ${own}::uuid, 'sent', ${consumer}, 'platform', contract, ${purpose}, name, media_type, size, sha256, part_size, parts,
        'ready', virus_check, ${now}, ${now}, until, ${now}
      from exchange.files where tenant = ${tx.tenant} and id = ${file}::uuid and state <> 'expired'
      on conflict (tenant, id) do update set state = 'ready', reason = null, purpose = excluded.purpose, due_at = excluded.due_at
        where exchange.files.state = 'refused'`,
  )
  post(
    tx,
    sql`insert into exchange.file_parts (tenant, file, part, blob)
      select tenant, ${own}::uuid, part, blob from exchange.file_parts where tenant = ${tx.tenant} and file = ${file}::uuid
      on conflict do nothing`,
  )
}
