import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { ReportState } from '../contract/report.ts'

/** An error that a person reported, and the case that it became. */
export interface ReportRow {
  readonly organisation: string
  readonly case: string
  readonly number: string
  readonly register: string
  readonly record: string
  readonly pointer: string
  readonly state: ReportState
  readonly at: string
  readonly endedAt: string | null
}

const columns = sql`tenant as organisation, "case", number, register, record, pointer, state, at, ended_at as "endedAt"`

/** Keeps a report. */
export function insertReport(
  tx: Tx,
  person: string,
  report: Omit<ReportRow, 'organisation' | 'state' | 'at' | 'endedAt'>,
  now: Date,
): void {
  post(
    tx,
    sql`insert into profile.reports (tenant, "case", number, person, register, record, pointer, state, at)
      values (${tx.tenant}, ${report.case}, ${report.number}, ${person}, ${report.register}, ${report.record},
        ${report.pointer}, 'open', ${now})`,
  )
}

/** Gives a report the state to which its case has come; nothing where the case is of no report. */
export async function updateState(tx: Tx, id: string, state: ReportState, now: Date): Promise<void> {
  await run(
    tx,
    sql`update profile.reports set state = ${state}, ended_at = ${state === 'open' ? null : now}
      where tenant = ${tx.tenant} and "case" = ${id} and state <> ${state}`,
  )
}

/** A person's report of a field that is still being looked into. */
export async function findOpenReport(
  tx: Tx,
  person: string,
  { register, record, pointer }: Pick<ReportRow, 'register' | 'record' | 'pointer'>,
): Promise<ReportRow | null> {
  return findRow(
    tx,
    sql<ReportRow>`select ${columns} from profile.reports where tenant = ${tx.tenant} and person = ${person}
      and register = ${register} and record = ${record} and pointer = ${pointer} and state = 'open'`,
  )
}

/** What a person reported of all registers, the newest first. */
export async function listReports(reader: Reader, person: string): Promise<ReportRow[]> {
  return rows(
    reader,
    sql<ReportRow>`select ${columns} from profile.reports where person = ${person} order by at desc, "case" desc limit 500`,
  )
}
