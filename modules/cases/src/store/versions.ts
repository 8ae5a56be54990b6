import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { InstanceRow } from './instances.ts'

/** How many cases of a version of a service run a version of a process. */
export interface VersionCount {
  readonly service: string
  readonly version: string
  readonly process: string
  readonly processVersion: string
  readonly cases: number
  readonly instances: number
  /** Cases of this version of the service, whatever runs in them. */
  readonly allCases: number
}

/** Running processes of an organisation, counted by the versions of service and process. */
export async function countVersions(reader: Reader, tenant: string): Promise<VersionCount[]> {
  return rows(
    reader,
    sql<VersionCount>`with running as (
        select c.service, c.service_version, c.id, i.package, i.package_version
        from cases.instances i join cases.cases c on c.tenant = i.tenant and c.id = i.case_id
        where i.tenant = ${tenant} and i.ended_at is null
      ), whole as (
        select service, service_version, count(distinct id)::int as cases from running group by service, service_version
      )
      select r.service, r.service_version as version, r.package as process, r.package_version as "processVersion",
        count(distinct r.id)::int as cases, count(*)::int as instances, w.cases as "allCases"
      from running r join whole w on w.service = r.service and w.service_version = r.service_version
      group by r.service, r.service_version, r.package, r.package_version, w.cases
      order by r.service, r.service_version, r.package, r.package_version`,
  )
}

/** A running case as checking a migration needs it. */
export interface RunningCase {
  readonly id: string
  readonly number: string
  readonly person: string
  readonly data: Record<string, unknown>
  readonly instances: readonly InstanceRow[]
}

/** Running cases of a version of a service by id, after one of them. */
export async function listRunningCases(
  reader: Reader,
  tenant: string,
  service: string,
  version: string,
  after: string,
  limit: number,
): Promise<RunningCase[]> {
  return rows(
    reader,
    sql<RunningCase>`select c.id, c.number, c.person, c.data, i.instances from cases.cases c cross join lateral (
        select jsonb_agg(jsonb_build_object('id', i.id, 'caseId', i.case_id, 'kind', i.kind, 'packageKind', i.package_kind,
          'package', i.package, 'packageVersion', i.package_version, 'state', i.state, 'endedAt', null,
          'parent', case when i.parent is not null then jsonb_build_object('instance', i.parent, 'id', i.parent_token) end,
          'fragment', i.fragment, 'data', i.data, 'isolated', i.isolated) order by i.id) as instances
        from cases.instances i where i.tenant = c.tenant and i.case_id = c.id and i.ended_at is null) i
      where c.tenant = ${tenant} and c.service = ${service} and c.service_version = ${version} and c.id > ${after}
        and i.instances is not null
      order by c.id limit ${limit}`,
  )
}

/** Writes which version of its service a case keeps from now on. */
export async function updateCaseVersion(tx: Tx, id: string, version: string, hash: string): Promise<void> {
  await run(
    tx,
    sql`update cases.cases set service_version = ${version}, package_hash = ${hash}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Writes which version of which process an instance runs from now on. */
export async function updateInstanceVersion(tx: Tx, row: InstanceRow): Promise<void> {
  await run(
    tx,
    sql`update cases.instances set package_kind = ${row.packageKind}, package = ${row.package}, package_version = ${row.packageVersion}
      where tenant = ${tx.tenant} and id = ${row.id}`,
  )
}

/** Writes what an open task is in the version to which its case went over; its term stays. */
export async function updateOpenTask(
  tx: Tx,
  id: string,
  task: { node: string; role: string; person: string | null; department: string | null; form: string | null },
): Promise<void> {
  await run(
    tx,
    sql`update cases.tasks set node = ${task.node}, role = ${task.role}, person = ${task.person}, department = ${task.department},
        form = ${task.form}
      where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
  )
}
