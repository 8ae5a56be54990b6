import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** An event that is to begin a case. */
export interface BeginningRow {
  readonly tenant: string
  /** Of the event and of what it begins: the same event begins the same case once. */
  readonly id: string
  readonly service: string
  readonly serviceVersion: string
  readonly node: string
  /** Which of the events of the node. */
  readonly event: number
  readonly kind: 'message' | 'signal' | 'timer' | 'condition'
  readonly businessKey: string | null
  /** What the event brings: what a message or signal says, or the record. */
  readonly content: Readonly<Record<string, unknown>>
  readonly failures: number
}

/** An event that is to begin a case from now on. */
export type NewBeginning = Omit<BeginningRow, 'tenant' | 'failures'>

const columns = sql`tenant, id, service, service_version as "serviceVersion", node, event, kind, business_key as "businessKey", content,
  failures`

/** Keeps events that are to begin cases, each once. */
export async function insertBeginnings(tx: Tx, beginnings: readonly NewBeginning[], now: Date): Promise<void> {
  if (beginnings.length === 0) return
  const json = beginnings.map(({ serviceVersion, businessKey, ...rest }) => ({
    ...rest,
    service_version: serviceVersion,
    business_key: businessKey,
  }))
  await run(
    tx,
    sql`insert into cases.beginnings (tenant, id, service, service_version, node, event, kind, business_key, content, since, due_at)
      select ${tx.tenant}, b.*, ${now}::timestamptz, ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(json)}::jsonb)
        as b (id text, service text, service_version text, node text, event integer, kind text, business_key text, content jsonb)
      on conflict (tenant, id) do nothing`,
  )
}

/** Events that are to begin cases now, of all organisations, the oldest first. */
export async function listDueBeginnings(reader: Reader, now: Date, limit: number): Promise<BeginningRow[]> {
  return rows(
    reader,
    sql<BeginningRow>`select ${columns} from cases.beginnings where due_at <= ${now} order by due_at, id limit ${limit}`,
  )
}

/** Takes an event that is to begin a case; null when somebody else did, or does right now. */
export async function takeBeginning(tx: Tx, id: string): Promise<BeginningRow | null> {
  return findRow(
    tx,
    sql<BeginningRow>`delete from cases.beginnings where tenant = ${tx.tenant} and id = (
        select id from cases.beginnings where tenant = ${tx.tenant} and id = ${id} for update skip locked)
      returning ${columns}`,
  )
}

/** Failures after which nobody tries any more, until a version of the service comes that can begin. */
const mostFailures = 8

/** An event could not begin its case: it is tried again at `dueAt`, or not any more when it has failed too often. */
export async function failBeginning(tx: Tx, id: string, failure: { now: Date; dueAt: Date }): Promise<void> {
  await run(
    tx,
    sql`update cases.beginnings set failures = failures + 1,
        due_at = case when failures + 1 >= ${mostFailures} then 'infinity' else ${failure.dueAt}::timestamptz end,
        failed_at = case when failures + 1 >= ${mostFailures} then ${failure.now}::timestamptz end
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Services of which events have failed too often to begin cases, with the version in which they were to. */
export async function listFailedServices(
  reader: Reader,
): Promise<{ tenant: string; service: string; serviceVersion: string }[]> {
  return rows(
    reader,
    sql<{
      tenant: string
      service: string
      serviceVersion: string
    }>`select distinct tenant, service, service_version as "serviceVersion"
      from cases.beginnings where failed_at is not null`,
  )
}

/** Tries again, in a newer version of a service, the events that failed too often to begin its cases. */
export async function retryBeginnings(tx: Tx, service: string, version: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update cases.beginnings set service_version = ${version}, due_at = ${now}, failures = 0, failed_at = null
      where tenant = ${tx.tenant} and service = ${service} and failed_at is not null`,
  )
}

/** A message that begins cases of an organisation, and which. */
export interface StartingMessage {
  readonly name: string
  readonly service: string
  readonly serviceVersion: string
  readonly node: string
  readonly event: number
}

const settled = sql`m.kind = 'message' and m.settled and m.delivered_at is null and m.organisation = m.tenant`

/** Organisations with messages of these names for which nobody waits. */
export async function listTenantsStarting(reader: Reader, names: readonly string[], now: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct m.tenant from cases.messages m
      where ${settled} and m.name = any(${names as string[]}::text[]) and m.expires_at > ${now}`,
  )
  return found.map(({ tenant }) => tenant)
}

/**
 * Lets messages for which nobody waits begin cases. A message with a key waits while a case that was begun under this key runs, or is
 * about to be: it may be for that one. Of several with the same key the oldest begins. Gives how many do.
 */
export async function beginByMessages(tx: Tx, starting: readonly StartingMessage[], now: Date): Promise<number> {
  const { tenant } = tx
  const json = starting.map(({ serviceVersion, ...rest }) => ({ ...rest, service_version: serviceVersion }))
  // Two at once could both find that no case runs under a key.
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`cases.match-messages ${tenant}`}, 0))`)
  const [counted] = await rows(
    tx,
    sql<{ begun: number }>`with starting as (
        select * from jsonb_to_recordset(${JSON.stringify(json)}::jsonb)
          as s (name text, service text, service_version text, node text, event integer)
      ), free as (
        select m.id, m.key, m.content, m.sent_at, s.* from cases.messages m join starting s using (name)
        where m.tenant = ${tenant} and ${settled} and m.expires_at > ${now}
          and not exists (select from cases.subscriptions w where w.tenant = ${tenant} and w.kind = 'message' and w.name = m.name
            and (w.key is null or w.key = m.key))
          and (m.key is null or not exists (select from cases.cases c where c.tenant = ${tenant} and c.business_key = m.key
            and c.service = s.service and c.ended_at is null))
          and (m.key is null or not exists (select from cases.beginnings b where b.tenant = ${tenant} and b.business_key = m.key
            and b.service = s.service))
      ), first as (
        select distinct on (service, coalesce('key ' || key, 'id ' || id)) * from free
        order by service, coalesce('key ' || key, 'id ' || id), sent_at, id
      ), begun as (
        insert into cases.beginnings (tenant, id, service, service_version, node, event, kind, business_key, content, since, due_at)
        select ${tenant}, id || '/' || service, service, service_version, node, event, 'message', key, content, ${now}, ${now} from first
        on conflict (tenant, id) do nothing
      ), delivered as (
        update cases.messages m set delivered_at = ${now} from first f where m.tenant = ${tenant} and m.id = f.id returning m.id
      )
      select count(*)::integer as begun from delivered`,
  )
  return counted?.begun ?? 0
}

/** When events are to begin cases. */
export const dueBeginnings = sql<Due>`select min(due_at) as at from cases.beginnings`

/** Messages that may begin a case, as nobody waits for them. */
export const dueMessageStarts = sql<Due>`select 'epoch'::timestamptz as at from cases.messages m where ${settled}`
