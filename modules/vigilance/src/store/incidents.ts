import { findRow, getRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'

/** An incident as it is kept. */
export interface IncidentRow {
  readonly id: string
  readonly rule: string
  readonly severity: 'low' | 'medium' | 'high'
  readonly actor: string
  readonly actorKind: string
  readonly count: number
  readonly since: string
  readonly until: string
  readonly raisedAt: string
  readonly lines: readonly string[]
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly outcome: 'real' | 'false-alarm' | null
  readonly reason: string | null
  readonly judgedBy: string | null
  readonly judgedAt: string | null
}

/** An incident that is raised. */
export type NewIncident = Omit<
  IncidentRow,
  'caseId' | 'caseNumber' | 'outcome' | 'reason' | 'judgedBy' | 'judgedAt' | 'raisedAt'
>

const columns = sql`id, rule, severity, actor, actor_kind as "actorKind", count, since, until, raised_at as "raisedAt", lines,
  case_id as "caseId", case_number as "caseNumber", outcome, reason, judged_by as "judgedBy", judged_at as "judgedAt"`

/** Keeps a new incident. */
export function insertIncident(tx: Tx, incident: NewIncident, now: Date): void {
  const { id, rule, severity, actor, actorKind, count, since, until, lines } = incident
  post(
    tx,
    sql`insert into vigilance.incidents (tenant, id, rule, severity, actor, actor_kind, count, since, until, raised_at, lines)
      values (${tx.tenant}, ${id}, ${rule}, ${severity}, ${actor}, ${actorKind}, ${count}, ${since}, ${until}, ${now},
        ${lines as string[]}::text[])`,
  )
}

/** Adds what came after the alert to incidents, many in one statement. */
export function growIncidents(tx: Tx, grown: readonly { incident: string; added: number; until: string }[]): void {
  if (grown.length === 0) return
  post(
    tx,
    sql`update vigilance.incidents i set count = i.count + g.added, until = greatest(i.until, g.until)
      from jsonb_to_recordset(${JSON.stringify(grown)}::jsonb) as g (incident text, added integer, until timestamptz)
      where i.tenant = ${tx.tenant} and i.id = g.incident`,
  )
}

/** An incident of an organisation, or null. */
export async function findIncident(reader: Reader, tenant: string, id: string): Promise<IncidentRow | null> {
  return findRow(
    reader,
    sql<IncidentRow>`select ${columns} from vigilance.incidents where tenant = ${tenant} and id = ${id}`,
  )
}

/** The same, locked. */
export async function findIncidentForUpdate(tx: Tx, id: string): Promise<IncidentRow | null> {
  return findRow(
    tx,
    sql<IncidentRow>`select ${columns} from vigilance.incidents where tenant = ${tx.tenant} and id = ${id} for update`,
  )
}

/** Which incidents are wanted; null does not narrow. */
export interface IncidentFilter {
  readonly rule: string | null
  readonly open: boolean
}

/** A place in the list of incidents. */
export interface IncidentPlace {
  readonly at: string
  readonly id: string
}

/** Incidents newest first, from after a place. */
export async function listIncidentsOf(
  reader: Reader,
  tenant: string,
  { rule, open }: IncidentFilter,
  after: IncidentPlace | null,
  limit: number,
): Promise<readonly IncidentRow[]> {
  const rest = after === null ? sql`true` : sql`(raised_at, id) < (${after.at}::timestamptz, ${after.id})`
  return rows(
    reader,
    sql<IncidentRow>`select ${columns} from vigilance.incidents
      where tenant = ${tenant} and ${rest} and (${rule}::text is null or rule = ${rule}) and (not ${open} or outcome is null)
      order by raised_at desc, id desc limit ${limit}`,
  )
}

/** Notes the case of an incident. */
export function updateCase(tx: Tx, id: string, work: { case: string; number: string }): void {
  post(
    tx,
    sql`update vigilance.incidents set case_id = ${work.case}, case_number = ${work.number}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Notes what the officer found. */
export function updateJudgement(
  tx: Tx,
  id: string,
  judgement: { outcome: 'real' | 'false-alarm'; reason: string; by: string; at: Date },
): void {
  const { outcome, reason, by, at } = judgement
  post(
    tx,
    sql`update vigilance.incidents set outcome = ${outcome}, reason = ${reason}, judged_by = ${by}, judged_at = ${at}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** How many incidents of an organisation wait to be judged. */
export async function countOpen(reader: Reader, tenant: string): Promise<number> {
  const row = await getRow(
    reader,
    sql<{ open: number }>`select count(*)::int as open from vigilance.incidents
      where tenant = ${tenant} and outcome is null`,
  )
  return row.open
}

/** Incidents since an instant by local day, rule and severity. */
export async function tallyIncidents(
  reader: Reader,
  tenant: string,
  since: string,
  zone: string,
): Promise<
  readonly { day: string; rule: string; severity: IncidentRow['severity']; found: number; falseAlarms: number }[]
> {
  return rows(
    reader,
    sql<{ day: string; rule: string; severity: IncidentRow['severity']; found: number; falseAlarms: number }>`
      select to_char(raised_at at time zone ${zone}, 'YYYY-MM-DD') as day, rule, severity, count(*)::int as found,
        count(*) filter (where outcome = 'false-alarm')::int as "falseAlarms"
      from vigilance.incidents where tenant = ${tenant} and raised_at >= ${since}::timestamptz group by 1, 2, 3`,
  )
}
