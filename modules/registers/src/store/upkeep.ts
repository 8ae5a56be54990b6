import { findRow, getRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { Upkeep } from '../contract/duplicate.ts'
import { dueFilling } from './behind.ts'

/** Long work that waits for its next portion. */
export interface Portion {
  readonly tenant: string
  readonly register: string
  readonly work: Upkeep['work']
  readonly key: string
  readonly cursor: string
  readonly total: number | null
}

/** Begins long work; false when it was begun before. */
export async function insertUpkeep(
  tx: Tx,
  work: { register: string; work: Upkeep['work']; key: string; cursor: string; by: string; now: Date },
): Promise<boolean> {
  const begun = await run(
    tx,
    sql`insert into registers.upkeep (tenant, register, work, key, state, cursor, started_by, started_at)
      values (${tx.tenant}, ${work.register}, ${work.work}, ${work.key}, 'running', ${work.cursor}, ${work.by}, ${work.now})
      on conflict do nothing`,
  )
  return begun === 1
}

/** Work that goes on, the oldest first. */
export async function listRunning(reader: Reader, limit: number): Promise<Portion[]> {
  return rows(
    reader,
    sql<Portion>`select tenant, register, work, key, cursor, total from registers.upkeep
      where state = 'running' order by started_at limit ${limit}`,
  )
}

/** Takes work for one portion; null when another node has it or it ended. */
export async function lockPortion(tx: Tx, { register, work, key }: Portion): Promise<Portion | null> {
  return findRow(
    tx,
    sql<Portion>`select tenant, register, work, key, cursor, total from registers.upkeep
      where tenant = ${tx.tenant} and register = ${register} and work = ${work} and key = ${key} and state = 'running'
      for update skip locked`,
  )
}

/** Notes how far work is; `cursor` null: it is done. */
export function updatePortion(
  tx: Tx,
  { register, work, key }: Portion,
  step: { cursor: string | null; done: number; found: number; total: number | null; now: Date },
): void {
  post(
    tx,
    sql`update registers.upkeep set cursor = coalesce(${step.cursor}, cursor), done = done + ${step.done}, found = found + ${step.found},
        total = ${step.total}, state = case when ${step.cursor}::text is null then 'done' else 'running' end,
        ended_at = case when ${step.cursor}::text is null then ${step.now}::timestamptz else null end
      where tenant = ${tx.tenant} and register = ${register} and work = ${work} and key = ${key}`,
  )
}

/** Ends work that cannot go on, with the reason. */
export async function updateFailed(
  tx: Tx,
  { register, work, key }: Portion,
  failure: string,
  now: Date,
): Promise<void> {
  post(
    tx,
    sql`update registers.upkeep set state = 'failed', failure = ${failure}, ended_at = ${now}
      where tenant = ${tx.tenant} and register = ${register} and work = ${work} and key = ${key}`,
  )
}

interface Row {
  register: string
  work: Upkeep['work']
  key: string
  state: Upkeep['state']
  done: number
  total: number | null
  found: number
  started_by: string
  started_at: string
  ended_at: string | null
  failure: string | null
  cursor: string
}

/** Work on a register, newest first; of one kind when it is given. */
export async function listUpkeepRows(
  reader: Reader,
  tenant: string,
  register: string,
  work?: Upkeep['work'],
): Promise<(Upkeep & { cursor: string })[]> {
  const only = work === undefined ? sql`true` : sql`work = ${work}`
  const found = await rows(
    reader,
    sql<Row>`select register, work, key, state, done, total, found, started_by, started_at, ended_at, failure, cursor
      from registers.upkeep where tenant = ${tenant} and register = ${register} and ${only} order by started_at desc, key desc limit 50`,
  )
  return found.map(({ started_by, started_at, ended_at, ...row }) => ({
    ...row,
    startedBy: started_by,
    startedAt: started_at,
    endedAt: ended_at,
  }))
}

/** How many records a register has now. */
export async function countCurrent(reader: Reader, tenant: string, register: string): Promise<number> {
  const { count } = await getRow(
    reader,
    sql<{ count: number }>`select count(*)::integer as count from registers.records
      where tenant = ${tenant} and register = ${register} and upper_inf(recorded)`,
  )
  return count
}

/** Whether a complete check of a register against its rules of quality is under way. */
export async function isChecking(reader: Reader, tenant: string, register: string): Promise<boolean> {
  const row = await findRow(
    reader,
    sql`select from registers.upkeep where tenant = ${tenant} and register = ${register} and work = 'quality' and state = 'running'`,
  )
  return row !== null
}

/**
 * Begins a complete check of a register, one at a time; false when it was begun before, or another one is under way.
 * @param anew whether one that is under way begins anew, for what it has looked at has changed.
 */
export async function beginCheck(
  tx: Tx,
  check: { register: string; key: string; by: string; now: Date },
  anew: boolean,
): Promise<boolean> {
  const { register } = check
  // Two at once could both find that none is under way, and count each other's records.
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`registers.check ${tx.tenant} ${register}`}, 0))`)
  if (await isChecking(tx, tx.tenant, register)) {
    if (!anew) return false
    const restarted = await run(
      tx,
      sql`update registers.upkeep set cursor = '', done = 0, found = 0, total = null
        where tenant = ${tx.tenant} and register = ${register} and work = 'quality' and state = 'running'`,
    )
    return restarted > 0
  }
  return insertUpkeep(tx, { ...check, work: 'quality', cursor: '' })
}

/** The newest complete check of a register; null before the first. */
export async function findLastCheck(reader: Reader, tenant: string, register: string): Promise<Upkeep | null> {
  const found = await listUpkeepRows(reader, tenant, register, 'quality')
  const [last] = found
  if (last === undefined) return null
  const { cursor: _cursor, ...check } = last
  return check
}

/** Keys of complete checks of all organisations that were begun under one of these. */
export async function listBegunChecks(
  reader: Reader,
  keys: readonly string[],
): Promise<{ tenant: string; register: string; key: string }[]> {
  return rows(
    reader,
    sql<{ tenant: string; register: string; key: string }>`select tenant, register, key from registers.upkeep
      where work = 'quality' and key = any(${keys as string[]}::text[])`,
  )
}

/** Work on registers that is not done, and projections that nobody has begun to fill. */
export const dueUpkeep = sql<Due>`select 'epoch'::timestamptz as at from registers.upkeep where state = 'running'
  union all ${dueFilling}`
