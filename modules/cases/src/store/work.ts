import { type Fragment, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** What kind of thing a case waits for. */
export type WorkKind = 'facts' | 'timer' | 'input' | 'signal' | 'message' | 'closing' | 'later'

/** Something that a case waits for and no person does. */
export interface WorkRow {
  readonly tenant: string
  readonly id: string
  readonly caseId: string
  readonly instance: string | null
  readonly kind: WorkKind
  readonly detail: Record<string, unknown>
  readonly attempts: number
  /** How often it has thrown since it was last made due by somebody. */
  readonly failures: number
  readonly since: string
}

const columns = sql`tenant, id, case_id as "caseId", instance, kind, detail, attempts, failures, since`

/** Work to be queued. */
export type NewWork = Omit<WorkRow, 'tenant' | 'attempts' | 'failures'> & {
  /** Null: it is not due by itself. */
  readonly dueAt: Date | null
}

/** New work, and work that is due anew, as the parts `new_work` and `written_work` of a statement. */
export function workWriting(tenant: string, work: readonly NewWork[]): Fragment {
  const json = work.map(one => ({
    id: one.id,
    case_id: one.caseId,
    instance: one.instance,
    kind: one.kind,
    detail: one.detail,
    due_at: one.dueAt ?? 'infinity',
    since: one.since,
  }))
  return sql`new_work as (
    select * from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as w (id text, case_id text, instance text, kind text,
      detail jsonb, due_at timestamptz, since timestamptz)
  ), written_work as (
    insert into cases.work (tenant, id, case_id, instance, kind, detail, due_at, since) select ${tenant}, w.* from new_work w
    on conflict (tenant, id) do update set detail = excluded.detail, due_at = excluded.due_at, since = excluded.since, attempts = 0,
      failures = 0, failed_at = null, claimed_by = null)`
}

/** Queues work beside what moving a case queues. */
export async function insertWork(tx: Tx, work: readonly NewWork[]): Promise<void> {
  if (work.length > 0) await run(tx, sql`with ${workWriting(tx.tenant, work)} select`)
}

/** Work that is over, with the reports that it failed, as the parts `deleted_work` and `ended_reports` of a statement. */
export function workDeletion(tenant: string, ids: readonly string[], now: Date): Fragment {
  return sql`deleted_work as (
    delete from cases.work where tenant = ${tenant} and id = any(${ids as string[]}::text[])
  ), ended_reports as (
    update cases.incidents set resolved_at = ${now}
    where tenant = ${tenant} and work = any(${ids as string[]}::text[]) and resolved_at is null)`
}

/** What came for an instance while it was suspended, in order. */
export async function listInputs(reader: Reader, tenant: string, instance: string): Promise<WorkRow[]> {
  return rows(
    reader,
    sql<WorkRow>`select ${columns} from cases.work where tenant = ${tenant} and instance = ${instance} and kind = 'input'
      order by since, (detail ->> 'place')::integer`,
  )
}

/** Work that is due, of all organisations, what is due longest first. */
export async function listDue(reader: Reader, kind: WorkKind, now: Date, limit: number): Promise<WorkRow[]> {
  return rows(
    reader,
    sql<WorkRow>`select ${columns} from cases.work where kind = ${kind} and due_at <= ${now} order by due_at limit ${limit}`,
  )
}

/** Claims due work of an organisation for a node until a moment, so that only one does it: what nobody else is claiming. */
export async function claimDue(
  tx: Tx,
  kind: WorkKind,
  claim: { now: Date; until: Date; node: number },
  limit: number,
): Promise<WorkRow[]> {
  return rows(
    tx,
    sql<WorkRow>`update cases.work set attempts = attempts + 1, due_at = ${claim.until}, claimed_by = ${claim.node}
      where tenant = ${tx.tenant} and id in (
        select id from cases.work where tenant = ${tx.tenant} and kind = ${kind} and due_at <= ${claim.now}
        order by due_at limit ${limit} for update skip locked)
      returning ${columns}`,
  )
}

/** Makes what a case waits for from other organisations due now, where nobody is asking for it. */
export async function wakeFacts(tx: Tx, caseId: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update cases.work set due_at = ${now}
      where tenant = ${tx.tenant} and case_id = ${caseId} and kind in ('facts', 'later') and claimed_by is null
        and due_at > ${now} and due_at < 'infinity'`,
  )
}

/** Failures after which nobody tries any more until an operator says so. */
const mostFailures = 8

/**
 * Work has thrown: it is due again at `dueAt`, or, when it has failed too often, not any more, which is reported as the incident
 * `job-failed` with the id of the work. Nothing happens to work that is over meanwhile.
 */
export async function failWork(tx: Tx, id: string, failure: { now: Date; dueAt: Date; error: string }): Promise<void> {
  await run(
    tx,
    sql`with failed as (
        update cases.work set failures = failures + 1, claimed_by = null,
          due_at = case when failures + 1 >= ${mostFailures} then 'infinity' else ${failure.dueAt}::timestamptz end,
          failed_at = case when failures + 1 >= ${mostFailures} then ${failure.now}::timestamptz end
        where tenant = ${tx.tenant} and id = ${id} returning *)
      insert into cases.incidents (tenant, id, case_id, instance, node, code, params, at, work)
      select tenant, id, case_id, coalesce(instance, ''), coalesce(detail ->> 'node', ''), 'job-failed',
        jsonb_build_object('kind', kind, 'error', ${failure.error}::text), failed_at, id
      from failed where failed_at is not null
      on conflict (tenant, id) do update set code = excluded.code, params = excluded.params, at = excluded.at, work = excluded.work,
        resolved_at = null`,
  )
}

/** Makes work due that failed too often, and ends the report of it; false when there is no such work. */
export async function retryWork(tx: Tx, id: string, now: Date): Promise<boolean> {
  const again = await run(
    tx,
    sql`with resolved as (
        update cases.incidents set resolved_at = ${now} where tenant = ${tx.tenant} and work = ${id} and resolved_at is null)
      update cases.work set due_at = ${now}, failures = 0, attempts = 0, failed_at = null
      where tenant = ${tx.tenant} and id = ${id} and failed_at is not null`,
  )
  return again === 1
}

/** Organisations with work that a node claimed which does not live any more. */
export async function listTenantsAbandoned(reader: Reader): Promise<string[]> {
  const abandoned = await rows(
    reader,
    sql<{
      tenant: string
    }>`select distinct tenant from cases.work where claimed_by is not null and not tereze.node_lives(claimed_by)`,
  )
  return abandoned.map(row => row.tenant)
}

/** Makes work due that a node claimed which does not live any more. */
export async function releaseWork(tx: Tx, now: Date): Promise<void> {
  await run(
    tx,
    sql`update cases.work set due_at = ${now}, claimed_by = null
      where tenant = ${tx.tenant} and claimed_by is not null and not tereze.node_lives(claimed_by)`,
  )
}

/** Says when to try again. */
export async function postponeWork(tx: Tx, id: string, dueAt: Date): Promise<void> {
  await run(
    tx,
    sql`update cases.work set due_at = ${dueAt}, claimed_by = null where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** When work of a kind is due. */
export function dueWork(kind: WorkKind): Fragment<Due> {
  return sql<Due>`select min(due_at) as at from cases.work where kind = ${sql.lit(kind)}`
}
