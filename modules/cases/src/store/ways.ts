import { type Reader, rows, sql } from '@tereze/foundation-database'

/** A line of the history with its instant. */
export interface WayRow {
  readonly instance: string
  readonly what: string
  readonly element: string
  readonly at: string
}

/** The history of a case with its instants, in order. */
export async function listWay(reader: Reader, tenant: string, caseId: string): Promise<WayRow[]> {
  return rows(
    reader,
    sql<WayRow>`select instance, what, element, at from cases.history
      where tenant = ${tenant} and case_id = ${caseId} order by ordinal`,
  )
}

/** A timer that is set. */
export interface TimerRow {
  readonly instance: string
  readonly node: string
  readonly due: string
}

/** Timers of a case, the first due first. */
export async function listTimers(reader: Reader, tenant: string, caseId: string): Promise<TimerRow[]> {
  return rows(
    reader,
    sql<TimerRow>`select instance, detail ->> 'node' as node, due_at as due from cases.work
      where tenant = ${tenant} and case_id = ${caseId} and kind = 'timer' and instance is not null order by due_at, id`,
  )
}

/** A report that is open. */
export interface OpenIncidentRow {
  readonly instance: string
  readonly node: string
  readonly code: string
  readonly at: string
}

/** Open reports of a case's processes that cannot go on, the oldest first. */
export async function listOpenIncidents(reader: Reader, tenant: string, caseId: string): Promise<OpenIncidentRow[]> {
  return rows(
    reader,
    sql<OpenIncidentRow>`select instance, node, code, at from cases.incidents
      where tenant = ${tenant} and case_id = ${caseId} and resolved_at is null order by at, id`,
  )
}
