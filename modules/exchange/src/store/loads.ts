import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** A load of a register that a topic tells of, and how far it is. */
export interface LoadRow {
  readonly topic: string
  readonly load: string
  readonly register: string
  /** Records that the load says it wrote. */
  readonly total: number
  /** The record after which it goes on; null before the first portion. */
  readonly after: string | null
  readonly looked: number
  readonly told: number
  readonly unfit: number
  readonly unfitRecords: readonly string[]
  readonly at: string
  readonly endedAt: string | null
}

const columns = sql`topic, load, register, total, after, looked, told, unfit, unfit_records as "unfitRecords", at, ended_at as "endedAt"`

/** Begins to tell of a load; one that announces itself anew is gone over from its first record. */
export function insertLoad(
  tx: Tx,
  { topic, load, register, total, now }: Pick<LoadRow, 'topic' | 'load' | 'register' | 'total'> & { now: Date },
): void {
  post(
    tx,
    sql`insert into exchange.loads as known (tenant, topic, load, register, total, at)
      values (${tx.tenant}, ${topic}, ${load}, ${register}, ${total}, ${now})
      on conflict (tenant, topic, load) do update set total = known.total + excluded.total, after = null, looked = 0, unfit = 0,
        unfit_records = '{}', at = excluded.at, ended_at = null`,
  )
}

/** Loads are told of as soon as there are any. */
export const dueLoads = sql<Due>`select 'epoch'::timestamptz as at from exchange.loads where ended_at is null limit 1`

/** Loads that are told of, the oldest first. */
export async function listOpenLoads(
  reader: Reader,
  limit: number,
): Promise<{ tenant: string; topic: string; load: string }[]> {
  return rows(
    reader,
    sql<{ tenant: string; topic: string; load: string }>`select tenant, topic, load from exchange.loads
      where ended_at is null order by at limit ${limit}`,
  )
}

/** A load that is told of, held against other nodes until the transaction ends; null when another node has it, or it is over. */
export async function lockLoad(tx: Tx, topic: string, load: string): Promise<LoadRow | null> {
  return findRow(
    tx,
    sql<LoadRow>`select ${columns} from exchange.loads
      where tenant = ${tx.tenant} and topic = ${topic} and load = ${load} and ended_at is null for update skip locked`,
  )
}

/** Notes a portion: what of it was told, what does not fit the topic, and where the next one begins. */
export function updateTold(
  tx: Tx,
  { topic, load }: Pick<LoadRow, 'topic' | 'load'>,
  portion: {
    readonly looked: number
    readonly told: number
    readonly unfit: readonly string[]
    readonly after: string | null
    readonly endedAt: Date | null
  },
): void {
  post(
    tx,
    sql`update exchange.loads set looked = looked + ${portion.looked}, told = told + ${portion.told},
        unfit = unfit + ${portion.unfit.length}, unfit_records = (unfit_records || ${portion.unfit as string[]}::text[])[1:20],
        after = ${portion.after}, ended_at = ${portion.endedAt}::timestamptz
      where tenant = ${tx.tenant} and topic = ${topic} and load = ${load}`,
  )
}

/** What topics tell of a load. */
export async function listLoadsOf(reader: Reader, tenant: string, load: string): Promise<LoadRow[]> {
  return rows(
    reader,
    sql<LoadRow>`select ${columns} from exchange.loads where tenant = ${tenant} and load = ${load} order by topic`,
  )
}

/** Whether anybody follows a topic, followed it and may go on, or read it since a moment. */
export async function isFollowed(reader: Reader, tenant: string, topic: string, readSince: Date): Promise<boolean> {
  const row = await findRow(
    reader,
    sql<{
      one: number
    }>`select 1 as one where exists (select from exchange.subscriptions where tenant = ${tenant} and topic = ${topic})
      or exists (select from exchange.topic_readers where tenant = ${tenant} and topic = ${topic} and at >= ${readSince})`,
  )
  return row !== null
}

/** Notes that a member reads a topic, once a day. */
export function noteReader(tx: Tx, topic: string, consumer: string, purpose: string, now: Date): void {
  post(
    tx,
    sql`insert into exchange.topic_readers as known (tenant, topic, consumer, purpose, at)
      values (${tx.tenant}, ${topic}, ${consumer}, ${purpose}, ${now})
      on conflict (tenant, topic, consumer, purpose) do update set at = excluded.at
        where known.at < excluded.at - interval '1 day'`,
  )
}
