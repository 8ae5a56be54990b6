import { findRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'
import type { Extension, Suspension, Trace } from '@tereze/working-time'
import type { Term } from '../definition/service.ts'

/** What may end a suspension before its time runs out. */
export type EndCondition = 'answer' | 'agency' | 'date'

/** A suspension of a case, with what was to end it. */
export interface KeptSuspension extends Suspension {
  readonly until: EndCondition
}

/** How the deadline of a case was counted. */
export interface DeadlineRow {
  readonly term: Term
  /** Instant from which the term runs. */
  readonly from: string
  readonly region: string | null
  /** The date whose knowledge of the calendar counted. */
  readonly asOf: string
  readonly suspensions: readonly KeptSuspension[]
  readonly extensions: readonly Extension[]
  /** Last local date. */
  readonly date: string
  /** Instant at which it is over. */
  readonly at: string
  readonly trace: Trace
}

/** How the deadline of a case was counted last; null while it has none. */
export async function findDeadline(reader: Reader, tenant: string, caseId: string): Promise<DeadlineRow | null> {
  return findRow(
    reader,
    sql<DeadlineRow>`select term, counts_from as "from", region, as_of as "asOf", suspensions, extensions, due_on as date, due_at as at,
        trace
      from cases.deadlines where tenant = ${tenant} and case_id = ${caseId}`,
  )
}

/** Keeps how the deadline of a case was counted, in place of the count before. */
export async function upsertDeadline(tx: Tx, caseId: string, row: DeadlineRow): Promise<void> {
  const { term, from, region, asOf, suspensions, extensions, date, at, trace } = row
  await run(
    tx,
    sql`insert into cases.deadlines (tenant, case_id, term, counts_from, region, as_of, suspensions, extensions, due_on, due_at, trace)
      values (${tx.tenant}, ${caseId}, ${JSON.stringify(term)}::jsonb, ${from}, ${region}, ${asOf}::date,
        ${JSON.stringify(suspensions)}::jsonb, ${JSON.stringify(extensions)}::jsonb, ${date}::date, ${at}, ${JSON.stringify(trace)}::jsonb)
      on conflict (tenant, case_id) do update set term = excluded.term, counts_from = excluded.counts_from, region = excluded.region,
        as_of = excluded.as_of, suspensions = excluded.suspensions, extensions = excluded.extensions, due_on = excluded.due_on,
        due_at = excluded.due_at, trace = excluded.trace`,
  )
}
