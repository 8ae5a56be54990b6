import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { TopicEvent } from '../contract/topic-event.ts'

/** A topic that an organisation follows. */
export interface FollowedRow {
  readonly topic: string
  readonly purpose: string
  readonly ground: string
  readonly state: 'asked' | 'active' | 'refused' | 'stopped' | 'ended'
  readonly reason: string | null
  readonly since: string
}

/** Whether an organisation that has such a subscription, or none, takes what the publisher of the topic tells. */
export function mayBeTold(followed: FollowedRow | null): followed is FollowedRow {
  return followed !== null && (followed.state === 'asked' || followed.state === 'active')
}

/** One subscription of an organisation. */
export async function findFollowed(
  reader: Reader,
  tenant: string,
  topic: string,
  purpose: string,
): Promise<FollowedRow | null> {
  return findRow(
    reader,
    sql<FollowedRow>`select topic, purpose, ground, state, reason, since from exchange.followed
      where tenant = ${tenant} and topic = ${topic} and purpose = ${purpose}`,
  )
}

/** Notes that the organisation asked to be told. */
export function replaceFollowed(
  tx: Tx,
  {
    topic,
    purpose,
    ground,
    request,
    now,
  }: { topic: string; purpose: string; ground: string; request: string; now: Date },
): void {
  post(
    tx,
    sql`insert into exchange.followed (tenant, topic, purpose, ground, request, state, since, changed_at)
      values (${tx.tenant}, ${topic}, ${purpose}, ${ground}, ${request}::uuid, 'asked', ${now}, ${now})
      on conflict (tenant, topic, purpose) do update set ground = excluded.ground, request = excluded.request,
        state = 'asked', reason = null, changed_at = excluded.changed_at`,
  )
}

/** Notes what the publisher said to a request; a subscription that was asked for anew or is over meanwhile stays as it is. */
export function updateFollowedOfRequest(
  tx: Tx,
  request: string,
  { state, reason, now }: { state: 'active' | 'refused'; reason: string | null; now: Date },
): void {
  post(
    tx,
    sql`update exchange.followed set state = ${state}, reason = ${reason}, changed_at = ${now}
      where tenant = ${tx.tenant} and request = ${request}::uuid and state = 'asked'`,
  )
}

/** Notes how a subscription goes on. */
export function updateFollowed(
  tx: Tx,
  { topic, purpose }: { topic: string; purpose: string },
  { state, reason, now }: { state: 'active' | 'stopped' | 'ended'; reason: string | null; now: Date },
): void {
  post(
    tx,
    sql`update exchange.followed set state = ${state}, reason = ${reason}, changed_at = ${now}
      where tenant = ${tx.tenant} and topic = ${topic} and purpose = ${purpose}`,
  )
}

/** A message of a topic as the subscriber keeps it. */
export interface ReceivedRow {
  readonly position: number
  readonly message: string
  readonly key: string
  readonly hash: Buffer
  readonly subjects: readonly string[]
  readonly sealedFor: string
  readonly body: Buffer
}

/** Keeps a message of a topic; false when something stands at its place already. */
export async function insertReceived(
  tx: Tx,
  topic: string,
  taken: Omit<ReceivedRow, 'body' | 'hash'> & {
    event: TopicEvent
    hash: Uint8Array
    body: Uint8Array
    publishedAt: string
    now: Date
  },
): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into exchange.received (tenant, topic, position, message, key, hash, subjects, sealed_for, body, published_at, at)
      values (${tx.tenant}, ${topic}, ${taken.position}, ${taken.message}::uuid, ${taken.key}, ${Buffer.from(taken.hash)},
        ${taken.subjects as string[]}::text[], ${taken.sealedFor}, ${Buffer.from(taken.body)}, ${taken.publishedAt}::timestamptz,
        ${taken.now})
      on conflict do nothing`,
  )
  return added > 0
}

/** Hash of what stands at a place. */
export async function findReceivedHash(
  reader: Reader,
  tenant: string,
  topic: string,
  position: number,
): Promise<Buffer> {
  const row = await findRow(
    reader,
    sql<{ hash: Buffer }>`select hash from exchange.received
      where tenant = ${tenant} and topic = ${topic} and position = ${position}`,
  )
  return row?.hash ?? Buffer.alloc(0)
}

/** What an organisation was told on a topic after a place, in order. */
export async function listReceived(
  reader: Reader,
  tenant: string,
  topic: string,
  after: number,
  limit: number,
): Promise<ReceivedRow[]> {
  return rows(
    reader,
    sql<ReceivedRow>`select position, message, key, hash, subjects, sealed_for as "sealedFor", body from exchange.received
      where tenant = ${tenant} and topic = ${topic} and position > ${after} order by position limit ${limit}`,
  )
}

/** The subscriptions of an organisation, with what came of each. */
export async function listFollowed(
  reader: Reader,
  tenant: string,
): Promise<(FollowedRow & { received: number; last: number; lastAt: string | null })[]> {
  return rows(
    reader,
    sql<
      FollowedRow & { received: number; last: number; lastAt: string | null }
    >`select f.topic, f.purpose, f.ground, f.state,
        f.reason, f.since, coalesce(r.received, 0)::int as received, coalesce(r.last, 0) as last, r.last_at as "lastAt"
      from exchange.followed f left join lateral (
        select count(*) as received, max(position) as last, max(at) as last_at from exchange.received r
        where r.tenant = f.tenant and r.topic = f.topic) r on true
      where f.tenant = ${tenant} order by f.topic, f.purpose`,
  )
}
