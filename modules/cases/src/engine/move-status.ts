import { type ActKind, statusAfter } from '../rules/status-model.ts'
import type { CaseRun } from './case-run.ts'

/**
 * Gives a case the status to which an act leads.
 * @throws Error when the act is not possible in the status it has: the process is wrong.
 */
export function moveStatus(run: CaseRun, act: ActKind): void {
  const next = statusAfter(run.row.status, act)
  if (next === null) throw new Error(`act ${act} is not possible in a case that is ${run.row.status}`)
  run.row.status = next
}
