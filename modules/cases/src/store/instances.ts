import type { State } from '@tereze/bpmn'
import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** What a process instance of a case is for. */
export type InstanceKind = 'service' | 'appeal' | 'correction' | 'information'

/** A process that runs on a case, with the package version it keeps. */
export interface InstanceRow {
  readonly id: string
  readonly caseId: string
  readonly kind: InstanceKind
  readonly packageKind: 'service' | 'process'
  readonly package: string
  readonly packageVersion: string
  state: State
  endedAt: string | null
}

const columns = sql`id, case_id as "caseId", kind, package_kind as "packageKind", package, package_version as "packageVersion",
  state, ended_at as "endedAt"`

/** Writes a new instance. */
export async function insertInstance(tx: Tx, row: InstanceRow): Promise<void> {
  await run(
    tx,
    sql`insert into cases.instances (tenant, id, case_id, kind, package_kind, package, package_version, state)
      values (${tx.tenant}, ${row.id}, ${row.caseId}, ${row.kind}, ${row.packageKind}, ${row.package}, ${row.packageVersion},
        ${JSON.stringify(row.state)}::jsonb)`,
  )
}

/** Writes the state after a step. */
export async function updateInstance(tx: Tx, row: InstanceRow): Promise<void> {
  await run(
    tx,
    sql`update cases.instances set state = ${JSON.stringify(row.state)}::jsonb, ended_at = ${row.endedAt}
      where tenant = ${tx.tenant} and id = ${row.id}`,
  )
}

/** One instance. */
export async function findInstance(reader: Reader, tenant: string, id: string): Promise<InstanceRow | null> {
  return findRow(
    reader,
    sql<InstanceRow>`select ${columns} from cases.instances where tenant = ${tenant} and id = ${id}`,
  )
}

/** Instances of a case, the first first. */
export async function listInstances(reader: Reader, tenant: string, caseId: string): Promise<InstanceRow[]> {
  return rows(
    reader,
    sql<InstanceRow>`select ${columns} from cases.instances where tenant = ${tenant} and case_id = ${caseId} order by id`,
  )
}
