import { type Fragment, type Reader, rows, sql } from '@tereze/foundation-database'
import type { Text } from '@tereze/operation'
import type { Placed } from './writes.ts'

/** A legal act of a case as it is stored. */
export interface ActRow {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly ground: string | null
  /** Ids of the regulation's grounds. */
  readonly grounds: readonly string[]
  /** The clause that allowed the act without an official; null for acts of persons and officials. */
  readonly automaticClause: string | null
  readonly signatory: string
  readonly text: { en: string; ru: string; kk: string } | null
  readonly at: string
}

/** New acts, as a part `inserted_acts` of a statement. */
export function actInsertion(tenant: string, acts: readonly Placed<ActRow>[]): Fragment {
  const json = acts.map(act => ({ ...act, case_id: act.caseId, automatic_clause: act.automaticClause }))
  return sql`inserted_acts as (
    insert into cases.acts (tenant, id, case_id, ordinal, kind, number, ground, grounds, automatic_clause, signatory, text, at)
    select ${tenant}, a.* from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as a (id text, case_id text, ordinal integer,
      kind text, number text, ground text, grounds text[], automatic_clause text, signatory text, text jsonb, at timestamptz))`
}

/** Acts of a case, the first first. */
export async function listActs(reader: Reader, tenant: string, caseId: string): Promise<ActRow[]> {
  return rows(
    reader,
    sql<ActRow>`select id, kind, number, ground, grounds, automatic_clause as "automaticClause", signatory, text, at from cases.acts
      where tenant = ${tenant} and case_id = ${caseId} order by ordinal`,
  )
}

/** A line of the timeline as it is stored: a message key with its parameters. */
export interface TimelineRow {
  readonly id: string
  readonly at: string
  readonly actor: 'us' | 'you' | 'official' | 'agency'
  readonly key: string
  readonly params: Record<string, string | number | Text>
}

/** New lines of the timeline, as a part `inserted_timeline` of a statement. */
export function timelineInsertion(tenant: string, lines: readonly Placed<TimelineRow>[]): Fragment {
  const json = lines.map(({ caseId, ...line }) => ({ ...line, case_id: caseId }))
  return sql`inserted_timeline as (
    insert into cases.timeline (tenant, id, case_id, ordinal, at, actor, key, params)
    select ${tenant}, l.* from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as l (id text, case_id text, ordinal integer,
      at timestamptz, actor text, key text, params jsonb))`
}

/** The timeline of a case, the newest first. */
export async function listTimeline(reader: Reader, tenant: string, caseId: string): Promise<TimelineRow[]> {
  return rows(
    reader,
    sql<TimelineRow>`select id, at, actor, key, params from cases.timeline
      where tenant = ${tenant} and case_id = ${caseId} order by ordinal desc`,
  )
}

/** One line of what a process did. */
export interface HistoryRow {
  readonly ordinal: number
  readonly instance: string
  readonly what: string
  readonly element: string
  readonly stage: string | null
}

/** New lines of the history, as a part `inserted_history` of a statement. */
export function historyInsertion(
  tenant: string,
  lines: readonly Placed<Omit<HistoryRow, 'ordinal'> & { readonly at: string }>[],
): Fragment {
  const json = lines.map(({ caseId, ...line }) => ({ ...line, case_id: caseId }))
  return sql`inserted_history as (
    insert into cases.history (tenant, case_id, ordinal, instance, what, element, stage, at)
    select ${tenant}, h.* from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as h (case_id text, ordinal integer,
      instance text, what text, element text, stage text, at timestamptz))`
}

/** The history of a case in order. */
export async function listHistory(reader: Reader, tenant: string, caseId: string): Promise<HistoryRow[]> {
  return rows(
    reader,
    sql<HistoryRow>`select ordinal, instance, what, element, stage from cases.history
      where tenant = ${tenant} and case_id = ${caseId} order by ordinal`,
  )
}

/** A report that a process cannot go on. */
export interface IncidentRow {
  readonly id: string
  readonly caseId: string
  readonly instance: string
  readonly node: string
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  readonly at: string
}

/**
 * New reports and the ends of open ones, as the parts `written_incidents` and `resolved_incidents` of a statement. What cannot go on
 * again after it was repaired is an open report again.
 */
export function incidentWriting(
  tenant: string,
  incidents: readonly (IncidentRow & { readonly resolvedAt: string | null })[],
  resolved: readonly { readonly id: string; readonly at: string }[],
): Fragment {
  const json = incidents.map(({ caseId, resolvedAt, ...row }) => ({ ...row, case_id: caseId, resolved_at: resolvedAt }))
  return sql`written_incidents as (
    insert into cases.incidents (tenant, id, case_id, instance, node, code, params, at, resolved_at)
    select ${tenant}, i.* from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as i (id text, case_id text, instance text,
      node text, code text, params jsonb, at timestamptz, resolved_at timestamptz)
    on conflict (tenant, id) do update set node = excluded.node, code = excluded.code, params = excluded.params, at = excluded.at,
      resolved_at = excluded.resolved_at
  ), resolved_incidents as (
    update cases.incidents i set resolved_at = r.at
    from jsonb_to_recordset(${JSON.stringify(resolved)}::jsonb) as r (id text, at timestamptz)
    where i.tenant = ${tenant} and i.id = r.id and i.resolved_at is null)`
}

/** Open reports of processes that cannot go on. */
export async function listIncidents(
  reader: Reader,
  tenant: string,
  caseId: string,
): Promise<{ node: string; code: string }[]> {
  return rows(
    reader,
    sql<{ node: string; code: string }>`select node, code from cases.incidents
      where tenant = ${tenant} and case_id = ${caseId} and resolved_at is null order by at, id`,
  )
}

/** A stored decision. */
export interface DecisionRow {
  readonly id: string
  readonly decision: string
  readonly file: string
  readonly packageKind: 'service' | 'process'
  readonly package: string
  readonly packageVersion: string
  readonly modelHash: string
  readonly effectiveAt: string
  readonly automaticClause: string | null
  /** The legal date whose rules and parameters were applied; null for decisions before it was kept. */
  readonly rulesOn: string | null
  /** The clause by which an edition of the rules applied; null when the file always holds. */
  readonly editionClause: string | null
  readonly trace: Buffer | null
}

/** New decisions with their sealed traces, as a part `inserted_decisions` of a statement. */
export function decisionInsertion(
  tenant: string,
  decisions: readonly Placed<Omit<DecisionRow, 'trace'> & { readonly trace: Uint8Array | null }>[],
): Fragment {
  const json = decisions.map(row => ({
    id: row.id,
    case_id: row.caseId,
    ordinal: row.ordinal,
    decision: row.decision,
    file: row.file,
    package_kind: row.packageKind,
    package: row.package,
    package_version: row.packageVersion,
    model_hash: row.modelHash,
    effective_at: row.effectiveAt,
    automatic_clause: row.automaticClause,
    rules_on: row.rulesOn,
    edition_clause: row.editionClause,
    trace: row.trace === null ? null : `\\x${Buffer.from(row.trace).toString('hex')}`,
  }))
  return sql`inserted_decisions as (
    insert into cases.decisions (tenant, id, case_id, ordinal, decision, file, package_kind, package, package_version, model_hash,
      effective_at, automatic_clause, rules_on, edition_clause, trace)
    select ${tenant}, d.* from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as d (id text, case_id text, ordinal integer,
      decision text, file text, package_kind text, package text, package_version text, model_hash text, effective_at timestamptz,
      automatic_clause text, rules_on date, edition_clause text, trace bytea))`
}

/** Decisions of a case, the first first. */
export async function listDecisions(reader: Reader, tenant: string, caseId: string): Promise<DecisionRow[]> {
  return rows(
    reader,
    sql<DecisionRow>`select id, decision, file, package_kind as "packageKind", package, package_version as "packageVersion",
        model_hash as "modelHash", effective_at as "effectiveAt", automatic_clause as "automaticClause", rules_on as "rulesOn", edition_clause as "editionClause", trace
      from cases.decisions where tenant = ${tenant} and case_id = ${caseId} order by ordinal`,
  )
}
