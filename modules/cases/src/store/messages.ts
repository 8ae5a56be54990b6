import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** A wait of an instance for a message or a signal. */
export interface SubscriptionRow {
  readonly id: string
  readonly caseId: string
  readonly instance: string
  readonly kind: 'message' | 'signal'
  readonly name: string
  /** Of a message: the correlation key; null: whichever comes. */
  readonly key: string | null
  readonly since: string
}

/** New waits, as a part `written_subscriptions` of a statement. */
export function subscriptionWriting(tenant: string, subscriptions: readonly SubscriptionRow[]): Fragment {
  const json = subscriptions.map(({ caseId, ...row }) => ({ ...row, case_id: caseId }))
  return sql`written_subscriptions as (
    insert into cases.subscriptions (tenant, id, case_id, instance, kind, name, key, since)
    select ${tenant}, s.* from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as s (id text, case_id text, instance text,
      kind text, name text, key text, since timestamptz)
    on conflict (tenant, id) do update set name = excluded.name, key = excluded.key, since = excluded.since, settled = false)`
}

/** Waits that are over, as a part `deleted_subscriptions` of a statement. */
export function subscriptionDeletion(tenant: string, ids: readonly string[]): Fragment {
  return sql`deleted_subscriptions as (
    delete from cases.subscriptions where tenant = ${tenant} and id = any(${ids as string[]}::text[]))`
}

/** A message or a signal. */
export interface MessageRow {
  readonly id: string
  readonly kind: 'message' | 'signal'
  readonly name: string
  readonly key: string | null
  readonly content: Readonly<Record<string, unknown>>
  /** Who is to get it; of a signal, the thrower's. */
  readonly organisation: string
  /** The instance that threw a signal, which has heard it already. */
  readonly instance: string | null
  readonly sentAt: string
  readonly expiresAt: string
}

const columns = sql`id, kind, name, key, content, organisation, instance, sent_at as "sentAt", expires_at as "expiresAt"`

/** New messages and signals, as a part `inserted_messages` of a statement; one that is there already stays. What is for others is settled here. */
export function messageInsertion(tenant: string, messages: readonly MessageRow[]): Fragment {
  const json = messages.map(({ sentAt, expiresAt, ...row }) => ({ ...row, sent_at: sentAt, expires_at: expiresAt }))
  return sql`inserted_messages as (
    insert into cases.messages (tenant, id, kind, name, key, content, organisation, instance, sent_at, expires_at, settled)
    select ${tenant}, m.*, m.organisation <> ${tenant} from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as m (id text, kind text, name text, key text,
      content jsonb, organisation text, instance text, sent_at timestamptz, expires_at timestamptz)
    on conflict (tenant, id) do nothing)`
}

/** Keeps a message that came from outside, once. */
export async function insertMessage(tx: Tx, message: MessageRow): Promise<void> {
  await run(tx, sql`with ${messageInsertion(tx.tenant, [message])} select`)
}

/** A message or signal that an organisation sent. */
export async function findMessage(reader: Reader, tenant: string, id: string): Promise<MessageRow | null> {
  return findRow(reader, sql<MessageRow>`select ${columns} from cases.messages where tenant = ${tenant} and id = ${id}`)
}

/** Organisations with cases that wait for a signal. */
export async function listTenantsHearing(reader: Reader, signal: string): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from cases.subscriptions where kind = 'signal' and name = ${signal}`,
  )
  return found.map(({ tenant }) => tenant)
}

/** Waits of an organisation for a signal that began until it was thrown. */
export async function listHearing(
  reader: Reader,
  tenant: string,
  signal: string,
  thrownAt: string,
): Promise<SubscriptionRow[]> {
  return rows(
    reader,
    sql<SubscriptionRow>`select id, case_id as "caseId", instance, kind, name, key, since from cases.subscriptions
      where kind = 'signal' and name = ${signal} and tenant = ${tenant} and since <= ${thrownAt}::timestamptz order by since, id`,
  )
}

/** Messages that are to be handed to somebody of their organisation, by the indices for it. */
const undelivered = sql`m.kind = 'message' and m.organisation = m.tenant and m.delivered_at is null`

/** A wait that was handed a message is busy until it has taken it. */
const busy = sql`exists (select from cases.work w where w.tenant = s.tenant and w.id = s.id || '/message')`

/** Organisations with messages or waits that are new, or may find what they did not find before. */
export async function listTenantsMatching(reader: Reader, now: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{
      tenant: string
    }>`select m.tenant from cases.messages m where ${undelivered} and not m.settled and m.expires_at > ${now}
      union select s.tenant from cases.subscriptions s where s.kind = 'message' and not s.settled and not ${busy}`,
  )
  return found.map(({ tenant }) => tenant)
}

/**
 * Hands messages over to what waits for them, each to one and to each wait one, as work that is due now. A wait with a key goes before
 * one without, an older before a younger. Looks at new messages and new waits only: for whom there is nothing is settled, until the
 * other side comes. What is changed is named by arrays: of a join the planner cannot know how few rows it gives, and may read the whole
 * table for them. Gives how many were handed over or settled.
 */
export async function matchMessages(tx: Tx, now: Date, limit: number): Promise<number> {
  const { tenant } = tx
  // Two who match at once could each miss what the other one holds, and settle both sides.
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`cases.match-messages ${tenant}`}, 0))`)
  const free = sql`select s.id as wait, s.case_id, s.instance, s.key is null as keyless, s.since from cases.subscriptions s
    where s.tenant = ${tenant} and s.kind = 'message' and s.name = f.name and not ${busy}`
  const fitting = sql`select m.id, m.name, m.key, m.content, m.sent_at from cases.messages m
    where m.tenant = ${tenant} and ${undelivered} and m.expires_at > ${now} and m.name = v.name`
  const [counted] = await rows(
    tx,
    sql<{ moved: number }>`with fresh as (
        select m.id, m.name, m.key, m.content, m.sent_at from cases.messages m
        where m.tenant = ${tenant} and ${undelivered} and not m.settled and m.expires_at > ${now}
        order by m.sent_at, m.id limit ${limit}
      ), vacant as (
        select s.id, s.name, s.key, s.case_id, s.instance, s.since from cases.subscriptions s
        where s.tenant = ${tenant} and s.kind = 'message' and not s.settled and not ${busy}
        order by s.since, s.id limit ${limit}
      ), taken as (
        select f.*, w.* from fresh f cross join lateral (
          (${free} and s.key = f.key order by s.since, s.id limit ${limit})
          union all (${free} and s.key is null order by s.since, s.id limit ${limit})) w
      ), found as (
        select m.*, v.id as wait, v.case_id, v.instance, v.key is null as keyless, v.since from vacant v cross join lateral (
          (${fitting} and m.key = v.key order by m.sent_at, m.id limit ${limit})
          union all (${fitting} and v.key is null order by m.sent_at, m.id limit ${limit})) m
      ), best as (
        select distinct on (id) * from (select * from taken union all select * from found) pairs
        order by id, keyless, since, wait
      ), first as (
        select distinct on (wait) * from best order by wait, sent_at, id
      ), queued as (
        insert into cases.work (tenant, id, case_id, instance, kind, detail, due_at, since)
        select ${tenant}, wait || '/message', case_id, instance, 'message', jsonb_build_object('message', id, 'wait', wait,
          'name', name, 'key', key, 'content', content), ${now}, ${now} from first
        on conflict (tenant, id) do nothing
        returning detail ->> 'message' as message
      ), delivered as (
        update cases.messages m set delivered_at = ${now} where m.tenant = ${tenant} and m.id = any(array(select message from queued))
      ), alone as (
        select * from fresh where id not in (select id from taken)
      ), settled_messages as (
        update cases.messages m set settled = true where m.tenant = ${tenant} and m.id = any(array(select id from alone))
        returning m.id
      ), woken as (
        update cases.subscriptions s set settled = false
        where s.tenant = ${tenant} and s.settled and s.id = any(array(select w.id from alone a cross join lateral (
          select w.id from cases.subscriptions w where w.tenant = ${tenant} and w.kind = 'message' and w.name = a.name and w.key = a.key
          union all select w.id from cases.subscriptions w
            where w.tenant = ${tenant} and w.kind = 'message' and w.name = a.name and w.key is null) w))
      ), settled_waits as (
        update cases.subscriptions s set settled = true
        where s.tenant = ${tenant} and s.id = any(array(select id from vacant where id not in (select wait from found)))
        returning s.id
      )
      select ((select count(*) from queued) + (select count(*) from settled_messages) + (select count(*) from settled_waits))::integer
        as moved`,
  )
  return counted?.moved ?? 0
}

/** A message did not reach what it was handed to: it waits for somebody again. */
export async function releaseMessage(tx: Tx, id: string): Promise<void> {
  await run(
    tx,
    sql`update cases.messages set delivered_at = null, settled = false where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Organisations with messages that have expired. */
export async function listTenantsExpired(reader: Reader, now: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from cases.messages where expires_at <= ${now}`,
  )
  return found.map(({ tenant }) => tenant)
}

/** Forgets messages that have expired; gives how many. */
export async function deleteExpired(tx: Tx, now: Date, limit: number): Promise<number> {
  return run(
    tx,
    sql`delete from cases.messages where tenant = ${tx.tenant} and id in (
      select id from cases.messages where tenant = ${tx.tenant} and expires_at <= ${now} limit ${limit})`,
  )
}

/** Messages and those who wait for them that were not compared yet. */
export const dueMatches = sql<Due>`select 'epoch'::timestamptz as at from cases.messages m where ${undelivered} and not m.settled
  union all select 'epoch'::timestamptz as at from cases.subscriptions s
    where s.kind = 'message' and not s.settled and not ${busy}`

/** When messages are forgotten. */
export const dueExpiry = sql<Due>`select min(expires_at) as at from cases.messages`
