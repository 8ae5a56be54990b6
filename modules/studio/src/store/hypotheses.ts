import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Metric } from '../contract/index.ts'

/** A hypothesis as it is kept. */
export interface HypothesisRow {
  readonly id: string
  readonly metric: Metric
  readonly statement: string
  readonly before: number
  readonly target: number
  readonly setBy: string
  readonly setAt: string
  readonly measured: number | null
  readonly byPlatform: boolean | null
  readonly measuredBy: string | null
  readonly measuredAt: string | null
}

/** Hypotheses of a work, the first set first. */
export function listHypotheses(reader: Reader, organisation: string, work: string): Promise<HypothesisRow[]> {
  return rows(
    reader,
    sql<HypothesisRow>`select id, metric, statement, before, target, set_by as "setBy", set_at as "setAt", measured,
        by_platform as "byPlatform", measured_by as "measuredBy", measured_at as "measuredAt"
      from studio.hypotheses where tenant = ${organisation} and work = ${work} order by set_at, id`,
  )
}

/** Keeps a hypothesis, or another wording of one. */
export async function upsertHypothesis(
  tx: Tx,
  work: string,
  one: Pick<HypothesisRow, 'id' | 'metric' | 'statement' | 'before' | 'target'> & {
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into studio.hypotheses (tenant, id, work, metric, statement, before, target, set_by, set_at)
      values (${tx.tenant}, ${one.id}, ${work}, ${one.metric}, ${one.statement}, ${one.before}, ${one.target}, ${one.by}, ${one.now})
      on conflict (tenant, id) do update set metric = excluded.metric, statement = excluded.statement, before = excluded.before,
        target = excluded.target, set_by = excluded.set_by`,
  )
}

/** Forgets a hypothesis. */
export async function deleteHypothesis(tx: Tx, work: string, id: string): Promise<void> {
  await run(tx, sql`delete from studio.hypotheses where tenant = ${tx.tenant} and work = ${work} and id = ${id}`)
}

/** Keeps what was measured. */
export async function updateMeasured(
  tx: Tx,
  id: string,
  one: { readonly value: number; readonly byPlatform: boolean; readonly by: string; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update studio.hypotheses set measured = ${one.value}, by_platform = ${one.byPlatform}, measured_by = ${one.by},
      measured_at = ${one.now} where tenant = ${tx.tenant} and id = ${id}`,
  )
}
