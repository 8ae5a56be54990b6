import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** An open report that a process cannot go on, with the case that it stops. */
export interface IncidentRow {
  readonly tenant: string
  readonly id: string
  readonly caseId: string
  readonly instance: string
  readonly node: string
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  readonly at: string
  readonly number: string
  readonly service: string
  readonly serviceVersion: string
  readonly person: string
  /** The work that failed too often; null: the process itself cannot go on. */
  readonly work: string | null
  /** Of the instance: the package whose process it is; null where the case had none yet. */
  readonly packageKind: 'service' | 'process' | null
  readonly package: string | null
  readonly packageVersion: string | null
}

const columns = sql`x.tenant, x.id, x.case_id as "caseId", x.instance, x.node, x.code, x.params, x.at, c.number, c.service,
  c.service_version as "serviceVersion", c.person, x.work, i.package_kind as "packageKind", i.package, i.package_version as "packageVersion"`
const from = sql`from cases.incidents x join cases.cases c on c.tenant = x.tenant and c.id = x.case_id
  left join cases.instances i on i.tenant = x.tenant and i.id = x.instance`

/** Which incidents are wanted; null: all. */
export interface IncidentFilter {
  readonly service: string | null
  readonly node: string | null
  readonly code: string | null
}

/** Place in the list of incidents: the sort values of the last one seen. */
export interface IncidentPlace {
  readonly at: string
  readonly id: string
}

/** Open incidents, the oldest first. */
export async function listOpenIncidents(
  reader: Reader,
  tenant: string,
  filter: IncidentFilter,
  after: IncidentPlace | null,
  limit: number,
): Promise<IncidentRow[]> {
  const place = after === null ? sql`` : sql`and (x.at, x.id) > (${after.at}::timestamptz, ${after.id})`
  return rows(
    reader,
    sql<IncidentRow>`select ${columns} ${from} where x.tenant = ${tenant} and x.resolved_at is null
        and (${filter.service}::text is null or c.service = ${filter.service})
        and (${filter.node}::text is null or x.node = ${filter.node})
        and (${filter.code}::text is null or x.code = ${filter.code}) ${place}
      order by x.at, x.id limit ${limit}`,
  )
}

/** An open incident of a case. */
export async function findOpenIncident(
  reader: Reader,
  tenant: string,
  caseId: string,
  id: string,
): Promise<IncidentRow | null> {
  return findRow(
    reader,
    sql<IncidentRow>`select ${columns} ${from}
      where x.tenant = ${tenant} and x.case_id = ${caseId} and x.id = ${id} and x.resolved_at is null`,
  )
}

/** Marks the incidents of an instance as over, but for those that its tokens still have; these are open again. */
export async function settleIncidents(
  tx: Tx,
  instance: string,
  open: readonly { readonly id: string; readonly code: string }[],
  now: Date,
): Promise<void> {
  await run(
    tx,
    sql`update cases.incidents x set resolved_at = ${now}
      where x.tenant = ${tx.tenant} and x.instance = ${instance} and x.resolved_at is null and x.work is null
        and not x.id = any(${open.map(({ id }) => id)}::text[])`,
  )
  await run(
    tx,
    sql`update cases.incidents x set resolved_at = null, code = o.code, at = ${now}
      from unnest(${open.map(({ id }) => id)}::text[], ${open.map(({ code }) => code)}::text[]) as o (id, code)
      where x.tenant = ${tx.tenant} and x.instance = ${instance} and x.id = o.id and x.resolved_at is not null`,
  )
}

/** One kind of work that waits in an organisation. */
export interface QueueRow {
  readonly kind: string
  readonly waiting: number
  readonly due: number
  readonly oldest: string | null
  readonly attempts: number
}

/** Work of an organisation by kind, `begin` what is to begin a case: how much waits, how much of it is due, since when, and how often it was tried. */
export async function countWork(reader: Reader, tenant: string, now: Date): Promise<QueueRow[]> {
  return rows(
    reader,
    sql<QueueRow>`select kind, count(*)::int as waiting, count(*) filter (where due_at <= ${now})::int as due,
        min(due_at) filter (where due_at <= ${now}) as oldest, max(attempts)::int as attempts
      from (select kind, due_at, attempts from cases.work where tenant = ${tenant}
        union all select 'begin', due_at, failures from cases.beginnings where tenant = ${tenant}) w
      group by kind order by kind`,
  )
}
