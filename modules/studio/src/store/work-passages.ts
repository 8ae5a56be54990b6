import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { WorkPassage } from '../contract/index.ts'

/** A step of the history of a work as it is kept. */
export interface PassageRow {
  readonly work: string
  readonly what: WorkPassage['what']
  readonly from: string | null
  readonly to: string | null
  readonly by: string
  readonly at: string
  readonly reason: string
}

/** The history of a work, from its beginning on. */
export function listPassages(reader: Reader, organisation: string, work: string): Promise<PassageRow[]> {
  return rows(
    reader,
    sql<PassageRow>`select work, what, from_stage as "from", to_stage as "to", by, at, reason from studio.work_passages
      where tenant = ${organisation} and work = ${work} order by number`,
  )
}

/** Keeps the next step of the history of a work that is held. */
export async function insertPassage(
  tx: Tx,
  one: Omit<PassageRow, 'at'> & {
    readonly now: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into studio.work_passages (tenant, work, number, what, from_stage, to_stage, by, at, reason)
      select ${tx.tenant}, ${one.work}, coalesce(max(number), 0) + 1, ${one.what}, ${one.from}::text, ${one.to}::text, ${one.by},
        ${one.now}::timestamptz, ${one.reason}
      from studio.work_passages where tenant = ${tx.tenant} and work = ${one.work}`,
  )
}
