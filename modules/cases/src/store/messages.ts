import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

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
    on conflict (tenant, id) do update set name = excluded.name, key = excluded.key, since = excluded.since)`
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

/** New messages and signals, as a part `inserted_messages` of a statement; one that is there already stays. */
export function messageInsertion(tenant: string, messages: readonly MessageRow[]): Fragment {
  const json = messages.map(({ sentAt, expiresAt, ...row }) => ({ ...row, sent_at: sentAt, expires_at: expiresAt }))
  return sql`inserted_messages as (
    insert into cases.messages (tenant, id, kind, name, key, content, organisation, instance, sent_at, expires_at)
    select ${tenant}, m.* from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as m (id text, kind text, name text, key text,
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

/** A message that is not delivered yet, and the oldest wait that it fits. */
export interface Match {
  readonly tenant: string
  readonly message: string
}

/** Organisations with messages for which somebody waits, the oldest message first. */
export async function listTenantsMatching(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const found = await rows(
    reader,
    sql<Match>`select m.tenant, m.id as message from cases.messages m
      where m.kind = 'message' and m.organisation = m.tenant and m.delivered_at is null and m.expires_at > ${now}
        and exists (select from cases.subscriptions s where s.kind = 'message' and s.name = m.name and s.tenant = m.tenant
          and (s.key is null or s.key = m.key)
          and not exists (select from cases.work w where w.tenant = s.tenant and w.id = s.id || '/message'))
      order by m.sent_at limit ${limit}`,
  )
  return [...new Set(found.map(({ tenant }) => tenant))]
}

/**
 * Hands messages over to what waits for them, each to one and to each wait one, as work that is due now; gives how many. A wait with a
 * key goes before one without, an older before a younger.
 */
export async function matchMessages(tx: Tx, now: Date, limit: number): Promise<number> {
  return run(
    tx,
    sql`with open as (
        select id, name, key, content, sent_at from cases.messages
        where tenant = ${tx.tenant} and kind = 'message' and organisation = tenant and delivered_at is null and expires_at > ${now}
          and exists (select from cases.subscriptions s where s.kind = 'message' and s.name = cases.messages.name
            and s.tenant = cases.messages.tenant and (s.key is null or s.key = cases.messages.key))
        order by sent_at, id limit ${limit} for update skip locked
      ), fitting as (
        select distinct on (o.id) o.id, o.name, o.key, o.content, o.sent_at, s.id as wait, s.case_id, s.instance
        from open o join cases.subscriptions s on s.kind = 'message' and s.name = o.name and s.tenant = ${tx.tenant}
          and (s.key is null or s.key = o.key)
        where not exists (select from cases.work w where w.tenant = s.tenant and w.id = s.id || '/message')
        order by o.id, s.key is null, s.since, s.id
      ), first as (
        select distinct on (wait) * from fitting order by wait, sent_at, id
      ), queued as (
        insert into cases.work (tenant, id, case_id, instance, kind, detail, due_at, since)
        select ${tx.tenant}, wait || '/message', case_id, instance, 'message', jsonb_build_object('message', id, 'wait', wait,
          'name', name, 'key', key, 'content', content), ${now}, ${now} from first
        on conflict (tenant, id) do nothing
        returning detail ->> 'message' as message
      )
      update cases.messages m set delivered_at = ${now} from queued q where m.tenant = ${tx.tenant} and m.id = q.message`,
  )
}

/** A message did not reach what it was handed to: it waits for somebody again. */
export async function releaseMessage(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`update cases.messages set delivered_at = null where tenant = ${tx.tenant} and id = ${id}`)
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
