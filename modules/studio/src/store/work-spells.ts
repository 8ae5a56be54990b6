import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Spell } from '../rules/work-state.ts'

/** A spell with the work that it belongs to. */
export type SpellRow = Spell & { readonly work: string }

/** Spells of some works, each task's in order. */
export function listSpells(reader: Reader, organisation: string, works: readonly string[]): Promise<SpellRow[]> {
  return rows(
    reader,
    sql<SpellRow>`select work, task, stage, number, by, taken_at as "takenAt", ended_at as "endedAt", outcome, result
      from studio.work_spells where tenant = ${organisation} and work = any(${[...works]}::text[]) order by work, task, number`,
  )
}

/** Keeps that somebody has a task in hand from now on. */
export async function insertSpell(
  tx: Tx,
  spell: {
    readonly work: string
    readonly stage: string
    readonly task: string
    readonly number: number
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into studio.work_spells (tenant, work, stage, task, number, by, taken_at)
      values (${tx.tenant}, ${spell.work}, ${spell.stage}, ${spell.task}, ${spell.number}, ${spell.by}, ${spell.now})`,
  )
}

/** Keeps that a task is out of hand. */
export async function updateSpell(
  tx: Tx,
  of: { readonly work: string; readonly task: string; readonly number: number },
  to: { readonly outcome: 'done' | 'let-go'; readonly result: string; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update studio.work_spells set outcome = ${to.outcome}, result = ${to.result}, ended_at = ${to.now}
      where tenant = ${tx.tenant} and work = ${of.work} and task = ${of.task} and number = ${of.number}`,
  )
}

/** Keeps that tasks which were done are to be done once more. */
export async function updateAgain(tx: Tx, work: string, tasks: readonly string[]): Promise<void> {
  await run(
    tx,
    sql`update studio.work_spells set outcome = 'again'
      where tenant = ${tx.tenant} and work = ${work} and task = any(${[...tasks]}::text[]) and outcome = 'done'`,
  )
}

/** Takes all tasks of a work out of the hands they are in. */
export async function endSpells(tx: Tx, work: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update studio.work_spells set outcome = 'let-go', ended_at = ${now}
      where tenant = ${tx.tenant} and work = ${work} and outcome is null`,
  )
}
