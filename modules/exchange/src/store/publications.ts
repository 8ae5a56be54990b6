import { findRow, getRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
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
}

/** A message of a topic that has no place yet. */
export type Publishing = Omit<Publication, 'position' | 'body' | 'at' | 'sealedByRecord'> & {
  readonly body: Uint8Array
  readonly at: Date
}

/** Whether this version of a record was told on the topic before. */
export async function isPublished(tx: Tx, topic: string, key: string, version: number): Promise<boolean> {
  const row = await findRow(
    tx,
    sql`select 1 as one from exchange.publications
      where tenant = ${tx.tenant} and topic = ${topic} and key = ${key} and version = ${version}`,
  )
  return row !== null
}

/**
 * Says something at the next place of a topic. Whoever takes a place holds the topic until the transaction ends, so that places are
 * committed in order: nothing may be waited for after it.
 */
export function insertPublication(tx: Tx, said: Publishing): void {
  post(
    tx,
    sql`with place as (
        insert into exchange.topics (tenant, topic, last) values (${tx.tenant}, ${said.topic}, 1)
        on conflict (tenant, topic) do update set last = exchange.topics.last + 1 returning last
      )
      insert into exchange.publications (tenant, topic, position, event, key, version, subjects, sealed_for, body, at, sealed_by_record)
      select ${tx.tenant}, ${said.topic}, last, ${said.event}, ${said.key}, ${said.version}::integer,
        ${said.subjects as string[]}::text[], ${said.sealedFor}, ${Buffer.from(said.body)}::bytea, ${said.at}::timestamptz, true
      from place`,
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

/** What stands on a topic after a place, in order. */
export async function listPublications(
  reader: Reader,
  tenant: string,
  topic: string,
  after: number,
  limit: number,
): Promise<Publication[]> {
  return rows(
    reader,
    sql<Publication>`select topic, position, event, key, version, subjects, sealed_for as "sealedFor", body, at,
        sealed_by_record as "sealedByRecord"
      from exchange.publications where tenant = ${tenant} and topic = ${topic} and position > ${after}
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

/** Destroys what was said or taken before a moment; returns how much. */
export async function deleteOldMessages(tx: Tx, topic: string, before: Date): Promise<number> {
  const said = await run(
    tx,
    sql`delete from exchange.publications where tenant = ${tx.tenant} and topic = ${topic} and at < ${before}`,
  )
  const taken = await run(
    tx,
    sql`delete from exchange.received where tenant = ${tx.tenant} and topic = ${topic} and at < ${before}`,
  )
  return said + taken
}
