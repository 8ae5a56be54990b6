import type { CaseRun } from '../engine/case-run.ts'
import type { CaseRow } from '../store/cases.ts'
import { documentsInForce } from './documents-in-force.ts'
import { statusAfter } from './status-model.ts'
import { appealEnd, correctionEnd } from './terms-after.ts'

/** Last local date on which the decision of a case may be appealed; null while there is none. */
export function appealUntil(run: CaseRun): string | null {
  return appealEnd(run)?.date ?? null
}

/** Whether a decided case is closed for good: nothing can follow it any more. */
export function isClosedForGood(row: Pick<CaseRow, 'status' | 'decidedAt'>): boolean {
  return row.status === 'closed' && row.decidedAt !== null
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
  const correctUntil = correctionEnd(run)?.date ?? null
  return {
    appeal: ended && row.appeal === 'none' && row.outcome !== 'granted' && until !== null && run.today <= until,
    rate: ended && row.rating === null,
    correct:
      row.status === 'delivered' && row.outcome !== 'refused' && (correctUntil === null || run.today <= correctUntil),
    withdraw: (row.status === 'submitted' || row.status === 'in-progress') && service.process !== 'own',
  }
}
