import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

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

/** Writes an act, after those that are there. */
export async function insertAct(tx: Tx, caseId: string, act: ActRow): Promise<void> {
  await run(
    tx,
    sql`insert into cases.acts (tenant, id, case_id, ordinal, kind, number, ground, grounds, automatic_clause, signatory, text, at)
      values (${tx.tenant}, ${act.id}, ${caseId},
        (select coalesce(max(ordinal), 0) + 1 from cases.acts where tenant = ${tx.tenant} and case_id = ${caseId}),
        ${act.kind}, ${act.number}, ${act.ground}, ${act.grounds as string[]}, ${act.automaticClause}, ${act.signatory},
        ${act.text === null ? null : JSON.stringify(act.text)}::jsonb, ${act.at})`,
  )
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
  readonly params: Record<string, string | number>
}

/** Writes a line of the timeline, after those that are there. */
export async function insertTimeline(tx: Tx, caseId: string, line: TimelineRow): Promise<void> {
  await run(
    tx,
    sql`insert into cases.timeline (tenant, id, case_id, ordinal, at, actor, key, params)
      values (${tx.tenant}, ${line.id}, ${caseId},
        (select coalesce(max(ordinal), 0) + 1 from cases.timeline where tenant = ${tx.tenant} and case_id = ${caseId}), ${line.at}, ${line.actor}, ${line.key}, ${JSON.stringify(line.params)}::jsonb)`,
  )
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

/** Adds to the history of a case, after what is there. */
export async function insertHistory(
  tx: Tx,
  caseId: string,
  lines: readonly Omit<HistoryRow, 'ordinal'>[],
  at: Date,
): Promise<void> {
  if (lines.length === 0) return
  await run(
    tx,
    sql`insert into cases.history (tenant, case_id, ordinal, instance, what, element, stage, at)
      select ${tx.tenant}, ${caseId}, base.last + line.place, line.instance, line.what, line.element, line.stage, ${at}::timestamptz
      from (select coalesce(max(ordinal), 0)::int as last from cases.history where tenant = ${tx.tenant} and case_id = ${caseId}) base,
        unnest(${lines.map((_, index) => index + 1)}::int[], ${lines.map(line => line.instance)}::text[], ${lines.map(line => line.what)}::text[],
          ${lines.map(line => line.element)}::text[], ${lines.map(line => line.stage)}::text[]) as line (place, instance, what, element, stage)`,
  )
}

/** The history of a case in order. */
export async function listHistory(reader: Reader, tenant: string, caseId: string): Promise<HistoryRow[]> {
  return rows(
    reader,
    sql<HistoryRow>`select ordinal, instance, what, element, stage from cases.history
      where tenant = ${tenant} and case_id = ${caseId} order by ordinal`,
  )
}

/** Reports that a process cannot go on. */
export async function insertIncident(
  tx: Tx,
  caseId: string,
  incident: {
    id: string
    instance: string
    node: string
    code: string
    params: Readonly<Record<string, unknown>>
    at: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into cases.incidents (tenant, id, case_id, instance, node, code, params, at)
      values (${tx.tenant}, ${incident.id}, ${caseId}, ${incident.instance}, ${incident.node}, ${incident.code},
        ${JSON.stringify(incident.params)}::jsonb, ${incident.at}) on conflict do nothing`,
  )
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

/** Keeps a decision with its sealed trace. */
export async function insertDecision(
  tx: Tx,
  caseId: string,
  decision: Omit<DecisionRow, 'trace'> & { trace: Uint8Array | null },
): Promise<void> {
  await run(
    tx,
    sql`insert into cases.decisions (tenant, id, case_id, ordinal, decision, file, package_kind, package, package_version, model_hash,
        effective_at, automatic_clause, rules_on, edition_clause, trace)
      values (${tx.tenant}, ${decision.id}, ${caseId},
        (select coalesce(max(ordinal), 0) + 1 from cases.decisions where tenant = ${tx.tenant} and case_id = ${caseId}), ${decision.decision}, ${decision.file}, ${decision.packageKind},
        ${decision.package}, ${decision.packageVersion}, ${decision.modelHash}, ${decision.effectiveAt}, ${decision.automaticClause},
        ${decision.rulesOn}, ${decision.editionClause},
        ${decision.trace === null ? null : Buffer.from(decision.trace)})`,
  )
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
