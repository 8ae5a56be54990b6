import { post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Point, Weighed } from '../rules/quality-index.ts'

/** Counts, in a complete check, to how many more records each rule applies. A check that begins anew counts anew. */
export function addApplies(
  tx: Tx,
  register: string,
  check: string,
  isFirst: boolean,
  counts: ReadonlyMap<string, number>,
): void {
  post(
    tx,
    sql`insert into registers.quality_counts (tenant, register, rule, run, run_applies)
      select ${tx.tenant}, ${register}, given.rule, ${check}, given.applies
      from unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::integer[]) as given (rule, applies)
      on conflict (tenant, register, rule) do update set run = excluded.run,
        run_applies = case when ${isFirst} or quality_counts.run is distinct from excluded.run then 0
          else quality_counts.run_applies end + excluded.run_applies`,
  )
}

/** A complete check is through: what it counted holds. */
export function settleApplies(tx: Tx, register: string, check: string): void {
  post(
    tx,
    sql`update registers.quality_counts set applies = case when run = ${check} then run_applies else 0 end
      where tenant = ${tx.tenant} and register = ${register}`,
  )
}

/** To how many records a rule applied at the last complete check. */
export interface Applies {
  readonly register: string
  readonly rule: string
  readonly applies: number | null
}

/** To how many records rules applied at the last complete check; of one register when it is given. */
export async function listApplies(reader: Reader, tenant: string, register?: string): Promise<Applies[]> {
  const only = register === undefined ? sql`true` : sql`register = ${register}`
  return rows(
    reader,
    sql<Applies>`select register, rule, applies from registers.quality_counts where tenant = ${tenant} and ${only}`,
  )
}

/** Keeps the index of a register on a day; the last one of the day counts. */
export function upsertPoint(tx: Tx, register: string, point: Weighed & { day: string; records: number }): void {
  post(
    tx,
    sql`insert into registers.quality_points (tenant, register, day, records, weighed, broken)
      values (${tx.tenant}, ${register}, ${point.day}::date, ${point.records}, ${point.weighed}, ${point.broken})
      on conflict (tenant, register, day) do update set records = excluded.records, weighed = excluded.weighed,
        broken = excluded.broken`,
  )
}

/** The points of an organisation from a day on, the oldest first; of one register when it is given. */
export async function listPoints(reader: Reader, tenant: string, since: string, register?: string): Promise<Point[]> {
  const only = register === undefined ? sql`true` : sql`register = ${register}`
  return rows(
    reader,
    sql<Point>`select register, day::text as day, weighed::double precision as weighed, broken::double precision as broken
      from registers.quality_points where tenant = ${tenant} and day >= ${since}::date and ${only} order by day, register`,
  )
}
