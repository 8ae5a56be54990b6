import type { CaseRun } from '../engine/case-run.ts'
import { deadlineOf } from './deadlines.ts'

/** Last local date on which the decision of a case may be appealed; null while there is none: what was not examined is no decision. */
export function appealUntil(run: CaseRun): string | null {
  const { row, service } = run
  if (row.decidedAt === null) return null
  return deadlineOf(run.jurisdiction, run.zone, new Date(row.decidedAt), service.regulation.appeal.within)
}

/** What the person may do with an own case now. */
export function mayNow(run: CaseRun): { appeal: boolean; rate: boolean; correct: boolean; withdraw: boolean } {
  const { row, service } = run
  const ended = row.status === 'delivered' || (row.status === 'closed' && row.outcome !== 'withdrawn')
  const until = appealUntil(run)
  return {
    appeal: ended && row.appeal === 'none' && row.outcome !== 'granted' && until !== null && run.today <= until,
    rate: ended && row.rating === null,
    correct: row.status === 'delivered' && row.outcome !== 'refused',
    withdraw: (row.status === 'submitted' || row.status === 'in-progress') && service.process !== 'own',
  }
}
