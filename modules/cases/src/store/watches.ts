import { type Fragment, findRow, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

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

/** A term to be watched from now on. */
export interface NewWatch extends Omit<WatchRow, 'tenant'> {
  /** Instant at which it is near or over. */
  readonly dueAt: string
}

/** Terms to be watched, in place of earlier watches of the same ids, as the part `watches_written` of a statement. */
export function watchWriting(tenant: string, watches: readonly NewWatch[]): Fragment {
  const json = watches.map(({ caseId, to, date, dueAt, ...rest }) => ({
    case_id: caseId,
    escalate_to: to,
    due_on: date,
    due_at: dueAt,
    ...rest,
  }))
  return sql`watches_written as (
    insert into cases.watches (tenant, id, case_id, kind, subject, escalate_to, due_on, over, due_at)
    select ${tenant}, w.id, w.case_id, w.kind, w.subject, w.escalate_to, w.due_on, w.over, w.due_at
    from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as w (id text, case_id text, kind text, subject text, escalate_to text,
      due_on date, over boolean, due_at timestamptz)
    on conflict (tenant, id) do update set due_on = excluded.due_on, due_at = excluded.due_at)`
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

/** When a term is near or over. */
export const dueWatches = sql<Due>`select min(due_at) as at from cases.watches`
