import { type Fragment, findRow, type Reader, sql } from '@tereze/foundation-database'
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

/** How deadlines of cases were counted, in place of the counts before, as the part `deadlines_written` of a statement. */
export function deadlineWriting(
  tenant: string,
  deadlines: readonly (DeadlineRow & { readonly caseId: string })[],
): Fragment {
  const json = deadlines.map(({ caseId, from, asOf, date, at, ...rest }) => ({
    case_id: caseId,
    counts_from: from,
    as_of: asOf,
    due_on: date,
    due_at: at,
    ...rest,
  }))
  return sql`deadlines_written as (
    insert into cases.deadlines (tenant, case_id, term, counts_from, region, as_of, suspensions, extensions, due_on, due_at, trace)
    select ${tenant}, d.case_id, d.term, d.counts_from, d.region, d.as_of, d.suspensions, d.extensions, d.due_on, d.due_at, d.trace
    from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as d (case_id text, term jsonb, counts_from timestamptz, region text,
      as_of date, suspensions jsonb, extensions jsonb, due_on date, due_at timestamptz, trace jsonb)
    on conflict (tenant, case_id) do update set term = excluded.term, counts_from = excluded.counts_from, region = excluded.region,
      as_of = excluded.as_of, suspensions = excluded.suspensions, extensions = excluded.extensions, due_on = excluded.due_on,
      due_at = excluded.due_at, trace = excluded.trace)`
}
