import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { ViolationState } from '../contract/quality.ts'
import type { Severity } from '../definition/quality.ts'
import type { Standing } from '../rules/decide-violations.ts'

/** A violation as it is kept. */
export interface ViolationRow {
  readonly id: string
  readonly register: string
  readonly record: string
  readonly version: number
  readonly rule: string
  readonly severity: Severity
  readonly state: ViolationState
  readonly foundAt: string
  readonly endedAt: string | null
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly acceptedBy: string | null
  readonly acceptedAt: string | null
  readonly acceptedReason: string | null
}

const columns = sql`id, register, record, version, rule, severity, state, found_at as "foundAt", ended_at as "endedAt",
  case_id as "caseId", case_number as "caseNumber", accepted_by as "acceptedBy", accepted_at as "acceptedAt",
  accepted_reason as "acceptedReason"`

/** A violation that is found. */
export type NewViolation = Pick<ViolationRow, 'id' | 'record' | 'version' | 'rule' | 'severity'>

/** Keeps violations that are found; gives the ids of those that another transaction has not kept meanwhile. */
export async function insertViolations(
  tx: Tx,
  register: string,
  found: readonly NewViolation[],
  now: Date,
): Promise<Set<string>> {
  if (found.length === 0) return new Set()
  const kept = await rows(
    tx,
    sql<{
      id: string
    }>`insert into registers.violations (tenant, register, state, found_at, id, record, version, rule, severity)
      select ${tx.tenant}, ${register}, 'open', ${now}::timestamptz, v.* from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
        as v (id text, record text, version integer, rule text, severity text)
      on conflict (tenant, register, record, rule) where state <> 'mended' do nothing returning id`,
  )
  return new Set(kept.map(({ id }) => id))
}

/** Ends violations that are mended; gives the ids of those that had not ended yet. */
export async function endViolations(tx: Tx, ids: readonly string[], now: Date): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const ended = await rows(
    tx,
    sql<{ id: string }>`update registers.violations set state = 'mended', ended_at = ${now}
      where tenant = ${tx.tenant} and id = any(${ids as string[]}::text[]) and state <> 'mended' returning id`,
  )
  return new Set(ended.map(({ id }) => id))
}

/** What stands of some records, open or accepted. */
export async function listStanding(tx: Tx, register: string, records: readonly string[]): Promise<Standing[]> {
  return rows(
    tx,
    sql<Standing>`select id, record, rule from registers.violations
      where tenant = ${tx.tenant} and register = ${register} and record = any(${records as string[]}::text[]) and state <> 'mended'`,
  )
}

/** What stands of records that are no more, or of rules that the register does not have any more. */
export async function listOutlived(
  tx: Tx,
  register: string,
  rules: readonly string[],
  limit: number,
): Promise<Standing[]> {
  return rows(
    tx,
    sql<Standing>`select v.id, v.record, v.rule from registers.violations v
      where v.tenant = ${tx.tenant} and v.register = ${register} and v.state <> 'mended'
        and (v.rule <> all(${rules as string[]}::text[]) or not exists (
          select from registers.records r
          where r.tenant = v.tenant and r.register = v.register and r.id = v.record and upper_inf(r.recorded)))
      order by v.id limit ${limit}`,
  )
}

/** A violation by its id. */
export async function findViolation(reader: Reader, tenant: string, id: string): Promise<ViolationRow | null> {
  return findRow(
    reader,
    sql<ViolationRow>`select ${columns} from registers.violations where tenant = ${tenant} and id = ${id}`,
  )
}

/** Notes the case of a violation; false when it is mended or there is none. */
export async function updateCase(tx: Tx, id: string, work: { case: string; number: string }): Promise<boolean> {
  const noted = await run(
    tx,
    sql`update registers.violations set case_id = ${work.case}, case_number = ${work.number}
      where tenant = ${tx.tenant} and id = ${id} and state <> 'mended'`,
  )
  return noted === 1
}

/** Notes that a record may stay as it is; false when the violation is not open. */
export async function updateAccepted(
  tx: Tx,
  id: string,
  decision: { by: string; reason: string; now: Date },
): Promise<boolean> {
  const accepted = await run(
    tx,
    sql`update registers.violations set state = 'accepted', accepted_by = ${decision.by}, accepted_at = ${decision.now},
        accepted_reason = ${decision.reason}
      where tenant = ${tx.tenant} and id = ${id} and state = 'open'`,
  )
  return accepted === 1
}

/** Violations of a register, the newest first, before an id. */
export async function listViolationRows(
  reader: Reader,
  tenant: string,
  wanted: {
    register: string
    state: ViolationState
    rule?: string | undefined
    severity?: Severity | undefined
    record?: string | undefined
    rules?: readonly string[] | undefined
  },
  before: string | null,
  limit: number,
): Promise<ViolationRow[]> {
  const conditions: Fragment[] = [
    sql`tenant = ${tenant}`,
    sql`register = ${wanted.register}`,
    sql`state = ${wanted.state}`,
  ]
  if (wanted.rule !== undefined) conditions.push(sql`rule = ${wanted.rule}`)
  if (wanted.severity !== undefined) conditions.push(sql`severity = ${wanted.severity}`)
  if (wanted.record !== undefined) conditions.push(sql`record = ${wanted.record}`)
  if (wanted.rules !== undefined) conditions.push(sql`rule = any(${wanted.rules as string[]}::text[])`)
  if (before !== null) conditions.push(sql`id < ${before}`)
  return rows(
    reader,
    sql<ViolationRow>`select ${columns} from registers.violations where ${sql.join(conditions, sql` and `)}
      order by id desc limit ${limit}`,
  )
}

/** How many violations of a rule stand. */
export interface StandingCount {
  readonly register: string
  readonly rule: string
  readonly open: number
  readonly accepted: number
}

/** How many violations stand, by register and rule; of one register when it is given. */
export async function countStanding(reader: Reader, tenant: string, register?: string): Promise<StandingCount[]> {
  const only = register === undefined ? sql`true` : sql`register = ${register}`
  return rows(
    reader,
    sql<StandingCount>`select register, rule, count(*) filter (where state = 'open')::integer as open,
        count(*) filter (where state = 'accepted')::integer as accepted
      from registers.violations where tenant = ${tenant} and state <> 'mended' and ${only} group by register, rule`,
  )
}
