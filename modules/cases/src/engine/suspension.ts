import type { HeldSuspension } from '../rules/suspension.ts'
import type { CaseRow } from '../store/cases.ts'
import { keptDeadline, recount } from './case-deadline.ts'
import type { CaseRun } from './case-run.ts'
import { moveTaskDeadlines } from './task-deadlines.ts'

/** The suspension of a case that was ordered last; null when there never was one. */
export function heldSuspension(row: CaseRow): HeldSuspension | null {
  return (row.data.suspension ?? null) as HeldSuspension | null
}

/** Whether the term of a case is suspended now. */
export function isSuspended(row: CaseRow): boolean {
  return heldSuspension(row)?.open === true
}

/** Ends the suspension of a case at this moment: its term and those of its tasks run on. */
export async function endSuspension(run: CaseRun): Promise<void> {
  const { row, context } = run
  const held = heldSuspension(row)
  const kept = await keptDeadline(run)
  if (held === null || !held.open || kept === null) return
  const to = context.now.toISOString()
  const suspensions = kept.suspensions.map(one => (one.act === held.act ? { ...one, to } : one))
  row.data = { ...row.data, suspension: { ...held, open: false } }
  recount(run, kept, { suspensions })
  await moveTaskDeadlines(run, suspensions)
}
