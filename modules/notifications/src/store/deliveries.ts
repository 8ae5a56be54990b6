import { post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { Channel, Message } from '../contract/index.ts'
import type { NextDelivery } from '../rules/decide-delivery.ts'
import type { Way } from '../rules/notification-law.ts'
import type { WrittenMessage } from '../rules/write-message.ts'

/** A delivery that somebody is about to send. */
export interface DueDelivery {
  readonly message: string
  readonly channel: Exclude<Channel, 'cabinet'>
  readonly attempts: number
  readonly person: string
  readonly topic: string | null
  readonly leave: string | null
  readonly texts: WrittenMessage['texts']
}

/** Organisations that have deliveries due. */
export async function listTenantsDue(reader: Reader, now: Date): Promise<string[]> {
  const due = await rows(
    reader,
    sql<{
      tenant: string
    }>`select distinct tenant from notifications.deliveries where next_at <= ${now} and not daily
      order by tenant`,
  )
  return due.map(row => row.tenant)
}

/** Takes due deliveries for sending by a node; nobody else gets them before `until`. */
export function claimDeliveries(
  tx: Tx,
  claim: { now: Date; until: Date; node: number; limit: number },
): Promise<DueDelivery[]> {
  return rows(
    tx,
    sql<DueDelivery>`
      with due as (
        select tenant, message, channel from notifications.deliveries
        where tenant = ${tx.tenant} and next_at <= ${claim.now} and not daily
        order by next_at limit ${claim.limit} for update skip locked)
      update notifications.deliveries d set attempts = d.attempts + 1, next_at = ${claim.until}, claimed_by = ${claim.node}
      from due, notifications.messages m
      where d.tenant = due.tenant and d.message = due.message and d.channel = due.channel
        and m.tenant = d.tenant and m.id = d.message
      returning d.message, d.channel, d.attempts, m.person, m.topic, m.leave, m.texts`,
  )
}

/** Organisations with deliveries that a node claimed which does not live any more. */
export async function listTenantsAbandoned(reader: Reader): Promise<string[]> {
  const abandoned = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from notifications.deliveries
      where claimed_by is not null and not tereze.node_lives(claimed_by)`,
  )
  return abandoned.map(row => row.tenant)
}

/** Makes deliveries due that a node claimed which does not live any more. */
export async function releaseDeliveries(tx: Tx, now: Date): Promise<void> {
  post(
    tx,
    sql`update notifications.deliveries set next_at = ${now}, claimed_by = null
        where tenant = ${tx.tenant} and claimed_by is not null and not tereze.node_lives(claimed_by)`,
  )
}

/** Writes what came of sending. */
export async function updateDeliveries(
  tx: Tx,
  outcomes: readonly { delivery: Pick<DueDelivery, 'message' | 'channel'>; next: NextDelivery }[],
  now: Date,
): Promise<void> {
  const written = outcomes.map(({ delivery, next }) => ({
    message: delivery.message,
    channel: delivery.channel,
    state: next.state,
    next_at: next.nextAt,
    attempts: next.attempts,
    problem: next.problem,
    done_at: next.state === 'waiting' ? null : now,
  }))
  post(
    tx,
    sql`update notifications.deliveries d
        set state = o.state, attempts = coalesce(o.attempts, d.attempts), next_at = o.next_at, problem = o.problem, done_at = o.done_at, claimed_by = null
        from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
          as o(message text, channel text, state text, next_at timestamptz, attempts integer, problem text, done_at timestamptz)
        where d.tenant = ${tx.tenant} and d.message = o.message and d.channel = o.channel and d.state = 'waiting'`,
  )
}

/** A message with what became of its channels. */
export interface TriedMessage {
  readonly message: string
  readonly topic: string | null
  readonly significant: boolean
  readonly tried: Message['deliveries']
}

/** Messages with what became of their channels. */
export function listTried(tx: Tx, messages: readonly string[]): Promise<TriedMessage[]> {
  return rows(
    tx,
    sql<TriedMessage>`select m.id as message, m.topic, m.significant,
        jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state, 'problem', d.problem)) as tried
      from notifications.messages m join notifications.deliveries d on d.tenant = m.tenant and d.message = m.id
      where m.tenant = ${tx.tenant} and m.id = any(${messages}::text[]) group by m.tenant, m.id`,
  )
}

/** Begins a channel after another failed for good. */
export async function insertNext(
  tx: Tx,
  begun: readonly {
    readonly message: string
    readonly channel: Way
    readonly at: Date
    readonly insteadOf: Way | null
  }[],
): Promise<void> {
  await run(
    tx,
    sql`insert into notifications.deliveries (tenant, message, channel, state, next_at, instead_of)
        select ${tx.tenant}, b.message, b.channel, 'waiting', b.at, b."insteadOf"
        from jsonb_to_recordset(${JSON.stringify(begun)}::jsonb)
          as b(message text, channel text, at timestamptz, "insteadOf" text)
        on conflict do nothing`,
  )
}

/** When messages are sent. */
export const dueDeliveries = sql<Due>`select min(next_at) as at from notifications.deliveries where not daily`
