import type { State } from '@tereze/bpmn'
import { type Fragment, findRow, type Reader, rows, sql } from '@tereze/foundation-database'

/** What a process instance of a case is for. */
export type InstanceKind = 'service' | 'appeal' | 'correction' | 'suspension' | 'information' | 'return'

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
  /** The instance that waits for it, with the id under which it does; null: it runs for the case itself. */
  readonly parent: { readonly instance: string; readonly id: string } | null
  /** The activity of its package's process that it is an instance of; null: it runs the whole process. */
  readonly fragment: string | null
  /** Variables of a called process of its own; null: it works on its parent's, or on the case's data. */
  data: Readonly<Record<string, unknown>> | null
  /** Whether it sees its own variables alone, and not all data of the case. */
  readonly isolated: boolean
}

const columns = sql`id, case_id as "caseId", kind, package_kind as "packageKind", package, package_version as "packageVersion",
  state, ended_at as "endedAt", case when parent is not null then jsonb_build_object('instance', parent, 'id', parent_token) end as parent,
  fragment, data, isolated`

/** New and changed instances, as a part `written_instances` of a statement. */
export function instanceWriting(tenant: string, instances: readonly InstanceRow[]): Fragment {
  const json = instances.map(row => ({
    id: row.id,
    case_id: row.caseId,
    kind: row.kind,
    package_kind: row.packageKind,
    package: row.package,
    package_version: row.packageVersion,
    state: row.state,
    ended_at: row.endedAt,
    parent: row.parent?.instance ?? null,
    parent_token: row.parent?.id ?? null,
    fragment: row.fragment,
    data: row.data,
    isolated: row.isolated,
  }))
  return sql`written_instances as (
    insert into cases.instances (tenant, id, case_id, kind, package_kind, package, package_version, state, ended_at, parent,
      parent_token, fragment, data, isolated)
    select ${tenant}, i.* from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as i (id text, case_id text, kind text,
      package_kind text, package text, package_version text, state jsonb, ended_at timestamptz, parent text, parent_token text,
      fragment text, data jsonb, isolated boolean)
    on conflict (tenant, id) do update set state = excluded.state, ended_at = excluded.ended_at,
      data = excluded.data)`
}

/** A row of an instance as the database gives it in JSON. */
export interface InstanceJson {
  readonly id: string
  readonly case_id: string
  readonly kind: InstanceKind
  readonly package_kind: InstanceRow['packageKind']
  readonly package: string
  readonly package_version: string
  readonly state: State
  readonly parent: string | null
  readonly parent_token: string | null
  readonly fragment: string | null
  readonly data: InstanceRow['data']
  readonly isolated: boolean
}

/** An instance that has not ended, read as JSON. */
export function liveInstance(json: InstanceJson): InstanceRow {
  return {
    id: json.id,
    caseId: json.case_id,
    kind: json.kind,
    packageKind: json.package_kind,
    package: json.package,
    packageVersion: json.package_version,
    state: json.state,
    endedAt: null,
    parent: json.parent === null ? null : { instance: json.parent, id: json.parent_token ?? '' },
    fragment: json.fragment,
    data: json.data,
    isolated: json.isolated,
  }
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
