import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** Something that a case waits for and no person does. */
export interface WorkRow {
  readonly tenant: string
  readonly id: string
  readonly caseId: string
  readonly instance: string | null
  readonly kind: 'facts' | 'timer' | 'input'
  readonly detail: Record<string, unknown>
  readonly attempts: number
  readonly since: string
}

const columns = sql`tenant, id, case_id as "caseId", instance, kind, detail, attempts, since`

/** Work to be queued. */
export type NewWork = Omit<WorkRow, 'tenant' | 'attempts'> & {
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
    on conflict (tenant, id) do update set detail = excluded.detail, due_at = excluded.due_at, since = excluded.since, attempts = 0)`
}

/** Work that is over, as a part `deleted_work` of a statement. */
export function workDeletion(tenant: string, ids: readonly string[]): Fragment {
  return sql`deleted_work as (delete from cases.work where tenant = ${tenant} and id = any(${ids as string[]}::text[]))`
}

/** What came for an instance while it was suspended, in order. */
export async function listInputs(reader: Reader, tenant: string, instance: string): Promise<WorkRow[]> {
  return rows(
    reader,
    sql<WorkRow>`select ${columns} from cases.work where tenant = ${tenant} and instance = ${instance} and kind = 'input'
      order by since, (detail ->> 'place')::integer`,
  )
}

/** Takes work out of the queue; false when somebody else did. */
export async function deleteWork(tx: Tx, id: string): Promise<boolean> {
  return (await run(tx, sql`delete from cases.work where tenant = ${tx.tenant} and id = ${id}`)) === 1
}

/** Work that is due, of all organisations. */
export async function listDue(reader: Reader, kind: WorkRow['kind'], now: Date, limit: number): Promise<WorkRow[]> {
  return rows(
    reader,
    sql<WorkRow>`select ${columns} from cases.work where kind = ${kind} and due_at <= ${now} order by due_at limit ${limit}`,
  )
}

/** Claims due work for a while, so that only one node does it; null when another has it. */
export async function claimWork(tx: Tx, id: string, now: Date, until: Date): Promise<WorkRow | null> {
  return findRow(
    tx,
    sql<WorkRow>`update cases.work set attempts = attempts + 1, due_at = ${until}
      where tenant = ${tx.tenant} and id = (
        select id from cases.work where tenant = ${tx.tenant} and id = ${id} and due_at <= ${now} for update skip locked)
      returning ${columns}`,
  )
}

/** Organisations with work of a kind that somebody took until a moment before `until`. */
export async function listTenantsClaimed(
  reader: Reader,
  kind: WorkRow['kind'],
  claim: { now: Date; until: Date },
): Promise<string[]> {
  const claimed = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from cases.work
      where kind = ${kind} and due_at > ${claim.now} and due_at <= ${claim.until} and attempts > 0`,
  )
  return claimed.map(row => row.tenant)
}

/** Makes work due that somebody took, or that waits to be tried again, until a moment before `until`. */
export async function releaseWork(tx: Tx, kind: WorkRow['kind'], claim: { now: Date; until: Date }): Promise<void> {
  await run(
    tx,
    sql`update cases.work set due_at = ${claim.now}
      where tenant = ${tx.tenant} and kind = ${kind} and due_at > ${claim.now} and due_at <= ${claim.until} and attempts > 0`,
  )
}

/** Says when to try again. */
export async function postponeWork(tx: Tx, id: string, dueAt: Date): Promise<void> {
  await run(tx, sql`update cases.work set due_at = ${dueAt} where tenant = ${tx.tenant} and id = ${id}`)
}

/** Forgets all that a case waited for. */
export async function deleteWorkOfCase(tx: Tx, caseId: string): Promise<void> {
  await run(tx, sql`delete from cases.work where tenant = ${tx.tenant} and case_id = ${caseId}`)
}
