import type { CaseRun } from '../engine/case-run.ts'
import type { CaseRow } from '../store/cases.ts'
import { deadlineOf } from './deadlines.ts'
import { documentsInForce } from './documents-in-force.ts'
import { statusAfter } from './status-model.ts'

/** Last local date on which the decision of a case may be appealed; null while there is none: what was not examined is no decision. */
export function appealUntil(run: CaseRun): string | null {
  const { row, service } = run
  if (row.decidedAt === null) return null
  return deadlineOf(run.jurisdiction, run.zone, new Date(row.decidedAt), service.regulation.appeal.within)
}

/** Whether the person may ask for a duplicate: the result was delivered, and a document of it is in force. */
export function mayAskDuplicate(row: CaseRow): boolean {
  const ended = row.status === 'delivered' || row.status === 'closed'
  return ended && statusAfter(row.status, 'duplicate') !== null && documentsInForce(row).length > 0
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
