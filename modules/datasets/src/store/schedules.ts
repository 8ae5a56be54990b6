import { post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'

/** When a dataset is looked at next. */
export interface Schedule {
  readonly tenant: string
  readonly dataset: string
  /** Local date. */
  readonly dueOn: string
  readonly lookedAt: string
  readonly packageVersion: string
  /** Why the last look gave nothing; null when it went well. */
  readonly failure: string | null
}

/** All schedules. */
export function listSchedules(reader: Reader): Promise<Schedule[]> {
  return rows(
    reader,
    sql<Schedule>`select tenant, dataset, due_on as "dueOn", looked_at as "lookedAt", package_version as "packageVersion", failure
      from datasets.schedules`,
  )
}

/** Keeps what came of a look, and when the next one is due. */
export function upsertSchedule(tx: Tx, schedule: Omit<Schedule, 'tenant' | 'lookedAt'>, now: Date): void {
  post(
    tx,
    sql`insert into datasets.schedules (tenant, dataset, due_on, looked_at, package_version, failure)
      values (${tx.tenant}, ${schedule.dataset}, ${schedule.dueOn}, ${now}, ${schedule.packageVersion}, ${schedule.failure})
      on conflict (tenant, dataset) do update set due_on = excluded.due_on, looked_at = excluded.looked_at,
        package_version = excluded.package_version, failure = excluded.failure`,
  )
}
