import { type Fragment, findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { ChangeState, RequestedChange } from '../contract/change.ts'
import type { Provenance } from '../contract/record.ts'

/** A change that was asked for, as it is kept: with its content, and the ground of whoever asked. */
export type StoredChange = RequestedChange & {
  readonly data: Record<string, unknown>
  readonly ground: string | null
  readonly resultRecord: string | null
}

interface Row {
  id: string
  register: string
  record: string | null
  base_version: number | null
  data: Record<string, unknown>
  valid_from: string | null
  reason: string
  source: Provenance
  ground: string | null
  asked_by: string
  asked_at: string
  state: ChangeState
  decided_by: string | null
  decided_at: string | null
  decision_reason: string | null
  result_record: string | null
  result_version: number | null
}

const columns = sql`id, register, record, base_version, data, valid_from::text as valid_from, reason, source, ground, asked_by,
  asked_at, state, decided_by, decided_at, decision_reason, result_record, result_version`

function toChange(row: Row): StoredChange {
  return {
    change: row.id,
    register: row.register,
    record: row.record,
    baseVersion: row.base_version,
    data: row.data,
    validFrom: row.valid_from,
    reason: row.reason,
    source: row.source,
    ground: row.ground,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
    resultRecord: row.result_record,
    resultVersion: row.result_version,
  }
}

/** Keeps a change that was asked for. */
export function insertChange(
  tx: Tx,
  change: Pick<
    StoredChange,
    'change' | 'register' | 'record' | 'baseVersion' | 'data' | 'validFrom' | 'reason' | 'source' | 'ground' | 'askedBy'
  >,
  now: Date,
): void {
  post(
    tx,
    sql`insert into registers.changes
      (tenant, id, register, record, base_version, data, valid_from, reason, source, ground, asked_by, asked_at, state)
      values (${tx.tenant}, ${change.change}, ${change.register}, ${change.record}, ${change.baseVersion},
        ${JSON.stringify(change.data)}::jsonb, ${change.validFrom}::date, ${change.reason}, ${JSON.stringify(change.source)}::jsonb,
        ${change.ground}, ${change.askedBy}, ${now}, 'waiting')`,
  )
}

/** A change by its id. */
export async function findChange(reader: Reader, tenant: string, id: string): Promise<StoredChange | null> {
  const row = await findRow(
    reader,
    sql<Row>`select ${columns} from registers.changes where tenant = ${tenant} and id = ${id}`,
  )
  return row === null ? null : toChange(row)
}

/** Decides on a waiting change; false when somebody else decided before. */
export async function updateDecision(
  tx: Tx,
  id: string,
  decision: { state: ChangeState; by: string; reason: string | null; now: Date },
): Promise<boolean> {
  const decided = await run(
    tx,
    sql`update registers.changes set state = ${decision.state}, decided_by = ${decision.by}, decided_at = ${decision.now},
        decision_reason = ${decision.reason}
      where tenant = ${tx.tenant} and id = ${id} and state = 'waiting'`,
  )
  return decided === 1
}

/** Notes what an approved change made. */
export function updateResult(tx: Tx, id: string, result: { record: string; version: number }): void {
  post(
    tx,
    sql`update registers.changes set result_record = ${result.record}, result_version = ${result.version}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Changes of a register, newest first. */
export async function listChangeRows(
  reader: Reader,
  tenant: string,
  wanted: { register: string; record?: string | undefined; state?: ChangeState | undefined; askedBy: string | null },
  after: string | null,
  limit: number,
): Promise<StoredChange[]> {
  const conditions: Fragment[] = [sql`tenant = ${tenant}`, sql`register = ${wanted.register}`]
  if (wanted.record !== undefined) conditions.push(sql`record = ${wanted.record}`)
  if (wanted.state !== undefined) conditions.push(sql`state = ${wanted.state}`)
  if (wanted.askedBy !== null) conditions.push(sql`asked_by = ${wanted.askedBy}`)
  if (after !== null) conditions.push(sql`id < ${after}`)
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from registers.changes where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit}`,
  )
  return found.map(toChange)
}
