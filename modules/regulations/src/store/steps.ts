import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { JsonObject } from '@tereze/operation'

/** A step as it was taken; nobody’s: the calendar’s. */
export interface StepRow {
  readonly number: number
  readonly step: JsonObject
  readonly body: string | null
  readonly official: string | null
  readonly at: string
}

/** Keeps a step. */
export async function insertStep(
  tx: Tx,
  regulation: string,
  one: Omit<StepRow, 'at' | 'step'> & { readonly step: object; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into regulations.steps (tenant, regulation, number, step, body, official, at)
      values (${tx.tenant}, ${regulation}, ${one.number}, ${JSON.stringify(one.step)}::jsonb, ${one.body}, ${one.official}, ${one.now})`,
  )
}

/** The steps of a life, the last first. */
export function listSteps(reader: Reader, owner: string, regulation: string): Promise<StepRow[]> {
  return rows(
    reader,
    sql<StepRow>`select number, step, body, official, at from regulations.steps
      where tenant = ${owner} and regulation = ${regulation} order by number desc limit 1000`,
  )
}
