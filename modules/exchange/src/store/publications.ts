import { getRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { SentFile } from '../contract/sent-file.ts'
import type { TopicEvent } from '../contract/topic-event.ts'

/** A message of a topic with its sealed body. */
export interface Publication {
  readonly topic: string
  readonly position: number
  readonly event: TopicEvent
  readonly key: string
  readonly version: number | null
  readonly subjects: readonly string[]
  readonly sealedFor: string
  readonly body: Buffer
  readonly at: string
  /** False: it was sealed to its place, as was usual before. */
  readonly sealedByRecord: boolean
  /** Null where the message has no files. */
  readonly files: readonly SentFile[] | null
  readonly withoutFiles: string | null
}

/** The newest version of each record that was told on the topic; records of which none was told are not there. */
export async function findToldVersions(tx: Tx, topic: string, keys: readonly string[]): Promise<Map<string, number>> {
  const found = await rows(
    tx,
    sql<{ key: string; version: number }>`select key, max(version) as version from exchange.publications
      where tenant = ${tx.tenant} and topic = ${topic} and key = any(${keys as string[]}) and version is not null group by key`,
  )
  return new Map(found.map(({ key, version }) => [key, version]))
}

/** Holds a topic until the transaction ends: nobody else says anything on it. Gives the place of its last message. */
export async function holdTopic(tx: Tx, topic: string): Promise<number> {
  const row = await getRow(
    tx,
    sql<{ last: number }>`insert into exchange.topics as held (tenant, topic, last) values (${tx.tenant}, ${topic}, 0)
      on conflict (tenant, topic) do update set last = held.last returning last`,
  )
  return row.last
}

/** A message to be said, sealed; it has no place yet. */
export type NewPublication = Omit<
  Publication,
  'position' | 'body' | 'at' | 'sealedByRecord' | 'files' | 'withoutFiles'
> & {
  readonly body: Uint8Array
  readonly at: Date
  /** What its files are made from, sealed; null where it has none. */
  readonly drafts: Uint8Array | null
}

/**
 * Says something at the next place of a topic that the transaction holds; false, and no place taken, when a version as new as this one was
 * said of the record since it was read.
 */
export async function insertPublication(tx: Tx, said: NewPublication): Promise<boolean> {
  const added = await run(
    tx,
    sql`with said as (
        insert into exchange.publications
          (tenant, topic, position, event, key, version, subjects, sealed_for, body, at, drafts, sealed_by_record)
        select t.tenant, t.topic, t.last + 1, ${said.event}, ${said.key}, ${said.version}::integer,
          ${said.subjects as string[]}::text[], ${said.sealedFor}, ${Buffer.from(said.body)}::bytea, ${said.at}::timestamptz,
          ${said.drafts === null ? null : Buffer.from(said.drafts)}::bytea, true
        from exchange.topics t where t.tenant = ${tx.tenant} and t.topic = ${said.topic}
          and not exists (select from exchange.publications
            where tenant = ${tx.tenant} and topic = ${said.topic} and key = ${said.key} and version >= ${said.version}::integer)
        returning position
      )
      update exchange.topics t set last = said.position from said where t.tenant = ${tx.tenant} and t.topic = ${said.topic}`,
  )
  return added > 0
}

/** Says several things on a topic that the transaction holds, after the place of its last message. */
export function insertPublications(tx: Tx, topic: string, last: number, said: readonly NewPublication[]): void {
  if (said.length === 0) return
  post(
    tx,
    sql`insert into exchange.publications (tenant, topic, position, event, key, version, subjects, sealed_for, body, at, drafts,
        sealed_by_record)
      select ${tx.tenant}, ${topic}, ${last}::bigint + place, event, key, version, array(select jsonb_array_elements_text(subjects)),
        sealed_for, body, at, drafts, true
      from unnest(${said.map(one => one.event)}::text[], ${said.map(one => one.key)}::text[],
        ${said.map(one => one.version)}::integer[], ${said.map(one => JSON.stringify(one.subjects))}::jsonb[],
        ${said.map(one => one.sealedFor)}::text[], ${said.map(one => Buffer.from(one.body))}::bytea[],
        ${said.map(one => one.at.toISOString())}::timestamptz[],
        ${said.map(one => (one.drafts === null ? null : Buffer.from(one.drafts)))}::bytea[])
        with ordinality as said (event, key, version, subjects, sealed_for, body, at, drafts, place)`,
  )
  post(
    tx,
    sql`update exchange.topics set last = ${last + said.length} where tenant = ${tx.tenant} and topic = ${topic}`,
  )
}

/** Place of the last message of a topic, and of the oldest that is kept; 0 and null where there is none. */
export async function findBounds(
  reader: Reader,
  tenant: string,
  topic: string,
): Promise<{ last: number; oldest: number | null }> {
  const row = await getRow(
    reader,
    sql<{ last: number | null; oldest: number | null }>`select
      (select last from exchange.topics where tenant = ${tenant} and topic = ${topic}) as last,
      (select min(position) from exchange.publications where tenant = ${tenant} and topic = ${topic}) as oldest`,
  )
  return { last: row.last ?? 0, oldest: row.oldest }
}

/** What stands on a topic after a place, in order, up to the first message whose files are not made yet. */
export async function listPublications(
  reader: Reader,
  tenant: string,
  topic: string,
  after: number,
  limit: number,
): Promise<Publication[]> {
  return rows(
    reader,
    sql<Publication>`select topic, position, event, key, version, subjects, sealed_for as "sealedFor", body, at, files,
        without_files as "withoutFiles", sealed_by_record as "sealedByRecord"
      from exchange.publications where tenant = ${tenant} and topic = ${topic} and position > ${after}
        and position < coalesce((select min(position) from exchange.publications
          where tenant = ${tenant} and topic = ${topic} and drafts is not null), 9223372036854775807)
      order by position limit ${limit}`,
  )
}

/** Organisations that keep messages of a topic, said or taken. */
export async function listKeepers(reader: Reader, topic: string): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from exchange.publications where topic = ${topic}
      union select distinct tenant from exchange.received where topic = ${topic}`,
  )
  return found.map(row => row.tenant)
}

/** Destroys what was said or taken before a moment, and what was noted of loads and readers; returns how many messages. */
export async function deleteOldMessages(tx: Tx, topic: string, before: Date): Promise<number> {
  const said = await run(
    tx,
    sql`delete from exchange.publications where tenant = ${tx.tenant} and topic = ${topic} and at < ${before}`,
  )
  const taken = await run(
    tx,
    sql`delete from exchange.received where tenant = ${tx.tenant} and topic = ${topic} and at < ${before}`,
  )
  post(tx, sql`delete from exchange.loads where tenant = ${tx.tenant} and topic = ${topic} and ended_at < ${before}`)
  post(tx, sql`delete from exchange.topic_readers where tenant = ${tx.tenant} and topic = ${topic} and at < ${before}`)
  return said + taken
}
