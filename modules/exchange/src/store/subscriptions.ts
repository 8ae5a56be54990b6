import { findRow, getRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { Subscription } from '../contract/topic.ts'

/** Which subscription: of which topic, of whom, for what. */
export interface SubscriptionKey {
  readonly topic: string
  readonly consumer: string
  readonly purpose: string
}

/** A subscription as its publisher keeps it. */
export interface SubscriptionRow extends SubscriptionKey {
  readonly system: string
  readonly ground: string
  /** Place of the last message that was put in the queue. */
  readonly position: number
  readonly state: Subscription['state']
  readonly reason: string | null
  readonly since: string
}

const columns = sql`topic, consumer, purpose, system, ground, position, state, reason, since`
const here = (tx: Tx, { topic, consumer, purpose }: SubscriptionKey) =>
  sql`tenant = ${tx.tenant} and topic = ${topic} and consumer = ${consumer} and purpose = ${purpose}`

/** The subscription, locked until the transaction ends. */
export async function getSubscriptionForUpdate(tx: Tx, key: SubscriptionKey): Promise<SubscriptionRow | null> {
  return findRow(
    tx,
    sql<SubscriptionRow>`select ${columns} from exchange.subscriptions where ${here(tx, key)} for update`,
  )
}

/** Begins a subscription, or begins it anew. */
export function replaceSubscription(
  tx: Tx,
  {
    topic,
    consumer,
    purpose,
    system,
    ground,
    position,
    now,
  }: SubscriptionKey & {
    system: string
    ground: string
    position: number
    now: Date
  },
): void {
  post(
    tx,
    sql`insert into exchange.subscriptions (tenant, topic, consumer, purpose, system, ground, position, state, since, changed_at, looked_at)
      values (${tx.tenant}, ${topic}, ${consumer}, ${purpose}, ${system}, ${ground}, ${position}, 'active', ${now}, ${now}, ${new Date(0)})
      on conflict (tenant, topic, consumer, purpose) do update set system = excluded.system, ground = excluded.ground, position = excluded.position,
        state = 'active', reason = null, changed_at = excluded.changed_at, looked_at = excluded.looked_at`,
  )
}

/** Stops or ends a subscription; it stands at the place given. */
export function endSubscription(
  tx: Tx,
  key: SubscriptionKey,
  end: { state: 'stopped' | 'ended'; reason: string | null; position: number; now: Date },
): void {
  post(
    tx,
    sql`update exchange.subscriptions set state = ${end.state}, reason = ${end.reason}, position = ${end.position},
      changed_at = ${end.now} where ${here(tx, key)}`,
  )
}

/** Notes how far a subscription is handed over, and that it was looked at. */
export function updateHandedOver(tx: Tx, key: SubscriptionKey, position: number, now: Date): void {
  post(tx, sql`update exchange.subscriptions set position = ${position}, looked_at = ${now} where ${here(tx, key)}`)
}

/**
 * Subscriptions to look at: where something was said that is not handed over and there is room in the window, and each other one once in
 * a while, because access ends by itself.
 */
export async function listSubscriptionsToLookAt(
  reader: Reader,
  lookedBefore: Date,
  window: number,
): Promise<({ tenant: string } & SubscriptionKey)[]> {
  return rows(
    reader,
    sql<
      { tenant: string } & SubscriptionKey
    >`select s.tenant, s.topic, s.consumer, s.purpose from exchange.subscriptions s
        left join exchange.topics t on t.tenant = s.tenant and t.topic = s.topic
      where s.state = 'active' and (s.looked_at < ${lookedBefore} or (s.position < coalesce(t.last, 0) and ${window} > (
        select count(*) from exchange.queue q where q.tenant = s.tenant and q.contract = s.topic and q.receiver = s.consumer
          and q.purpose = s.purpose and q.position is not null and q.state in ('waiting', 'dead'))))`,
  )
}

/** Deliveries of a subscription that wait or were given up. */
export async function countOpenDeliveries(tx: Tx, { topic, consumer, purpose }: SubscriptionKey): Promise<number> {
  const row = await getRow(
    tx,
    sql<{
      open: number
    }>`select count(*)::int as open from exchange.queue where tenant = ${tx.tenant} and contract = ${topic}
      and receiver = ${consumer} and purpose = ${purpose} and position is not null and state in ('waiting', 'dead')`,
  )
  return row.open
}

/** Takes the deliveries of a subscription out of the queue; returns the place before the first of them, null where there was none. */
export async function takeBackDeliveries(
  tx: Tx,
  key: SubscriptionKey,
  code: string | null,
  now: Date,
): Promise<number | null> {
  const found = await rows(
    tx,
    sql<{ position: number }>`update exchange.queue set state = 'discarded', code = ${code}, ended_at = ${now}
      where tenant = ${tx.tenant} and contract = ${key.topic} and receiver = ${key.consumer} and purpose = ${key.purpose}
        and position is not null and state in ('waiting', 'dead') returning position`,
  )
  return found.length === 0 ? null : Math.min(...found.map(({ position }) => position)) - 1
}

/** How one subscription stands, with what of it is in the queue. */
export interface StandingSubscription extends SubscriptionRow {
  readonly last: number
  readonly waiting: number
  readonly dead: number
  readonly trouble: string | null
}

/** The subscriptions to an organisation's topics. */
export async function listStandingSubscriptions(reader: Reader, tenant: string): Promise<StandingSubscription[]> {
  return rows(
    reader,
    sql<StandingSubscription>`select s.topic, s.consumer, s.purpose, s.system, s.ground, s.position, s.state, s.reason, s.since,
        coalesce(t.last, 0) as last, coalesce(q.waiting, 0)::int as waiting, coalesce(q.dead, 0)::int as dead, q.trouble
      from exchange.subscriptions s
        left join exchange.topics t on t.tenant = s.tenant and t.topic = s.topic
        left join lateral (
          select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'dead') as dead,
            (array_agg(code order by position) filter (where code is not null))[1] as trouble
          from exchange.queue q where q.tenant = s.tenant and q.contract = s.topic and q.receiver = s.consumer
            and q.purpose = s.purpose and q.position is not null and q.state in ('waiting', 'dead')) q on true
      where s.tenant = ${tenant} order by s.topic, s.consumer, s.purpose`,
  )
}

/** Subscriptions with something to hand over, and those of which nothing was said for a day: their access may have ended. */
export const dueSubscriptions = sql<Due>`select case when s.position < coalesce(t.last, 0) then 'epoch'::timestamptz
    else s.looked_at + interval '1 day' end as at
  from exchange.subscriptions s left join exchange.topics t on t.tenant = s.tenant and t.topic = s.topic
  where s.state = 'active'`
