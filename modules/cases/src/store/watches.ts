import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A term that somebody is to hear of. */
export interface WatchRow {
  readonly tenant: string
  readonly id: string
  readonly caseId: string
  readonly kind: 'case' | 'stage' | 'task'
  /** The stage or task; of the case's own term its id. */
  readonly subject: string
  /** Role to which the work goes. */
  readonly to: string
  /** Last local date of the term. */
  readonly date: string
  /** Whether the term is over by then, or only near. */
  readonly over: boolean
}

const columns = sql`tenant, id, case_id as "caseId", kind, subject, escalate_to as "to", due_on as date, over`

/** Watches a term, in place of an earlier watch of the same id. */
export async function upsertWatch(tx: Tx, watch: Omit<WatchRow, 'tenant'>, dueAt: string): Promise<void> {
  const { id, caseId, kind, subject, to, date, over } = watch
  await run(
    tx,
    sql`insert into cases.watches (tenant, id, case_id, kind, subject, escalate_to, due_on, over, due_at)
      values (${tx.tenant}, ${id}, ${caseId}, ${kind}, ${subject}, ${to}, ${date}::date, ${over}, ${dueAt})
      on conflict (tenant, id) do update set due_on = excluded.due_on, due_at = excluded.due_at`,
  )
}

/** Terms that are near or over, of all organisations, the first first. */
export async function listDueWatches(reader: Reader, now: Date, limit: number): Promise<WatchRow[]> {
  return rows(
    reader,
    sql<WatchRow>`select ${columns} from cases.watches where due_at <= ${now} order by due_at limit ${limit}`,
  )
}

/** Takes a watch that is due; null when somebody else did, or it was put off. */
export async function takeWatch(tx: Tx, id: string, now: Date): Promise<WatchRow | null> {
  return findRow(
    tx,
    sql<WatchRow>`delete from cases.watches where tenant = ${tx.tenant} and id = (
        select id from cases.watches where tenant = ${tx.tenant} and id = ${id} and due_at <= ${now} for update skip locked)
      returning ${columns}`,
  )
}
