import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** Something that a case waits for and no person does. */
export interface WorkRow {
  readonly tenant: string
  readonly id: string
  readonly caseId: string
  readonly instance: string | null
  readonly kind: 'facts' | 'timer'
  readonly detail: Record<string, unknown>
  readonly attempts: number
  readonly since: string
}

const columns = sql`tenant, id, case_id as "caseId", instance, kind, detail, attempts, since`

/** Queues work. */
export async function insertWork(
  tx: Tx,
  work: Omit<WorkRow, 'tenant' | 'attempts' | 'since'>,
  dueAt: Date,
  now: Date,
): Promise<void> {
  await run(
    tx,
    sql`insert into cases.work (tenant, id, case_id, instance, kind, detail, due_at, since)
      values (${tx.tenant}, ${work.id}, ${work.caseId}, ${work.instance}, ${work.kind}, ${JSON.stringify(work.detail)}::jsonb, ${dueAt}, ${now})
      on conflict (tenant, id) do nothing`,
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

/** Which kinds of work a case waits for. */
export async function listPendingKinds(reader: Reader, tenant: string, caseId: string): Promise<Set<string>> {
  const found = await rows(
    reader,
    sql<{ kind: string }>`select distinct kind from cases.work where tenant = ${tenant} and case_id = ${caseId}`,
  )
  return new Set(found.map(row => row.kind))
}

/** Forgets all that a case waited for. */
export async function deleteWorkOfCase(tx: Tx, caseId: string): Promise<void> {
  await run(tx, sql`delete from cases.work where tenant = ${tx.tenant} and case_id = ${caseId}`)
}
