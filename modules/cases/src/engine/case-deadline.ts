import { deadlineOf } from '../rules/deadlines.ts'
import type { CaseRun } from './case-run.ts'

/** The instant from which the term of a decision counts: submission, registration, or the applicant's last answer. */
function beginning({ row, service, context }: CaseRun): Date {
  const { from } = service.regulation.deadline
  return from === 'submitted' && row.submittedAt !== null ? new Date(row.submittedAt) : context.now
}

/** Sets the date by which the case must be decided. */
export function setDeadline(run: CaseRun): void {
  const { from: _from, clause: _clause, ...term } = run.service.regulation.deadline
  run.row.deadline = deadlineOf(run.jurisdiction, run.zone, beginning(run), term)
}

/** The applicant answered: where the term counts from the completed application, it begins anew. */
export function heedAnswer(run: CaseRun): void {
  if (run.row.deadline !== null && run.row.decidedAt === null && run.service.regulation.deadline.from === 'complete')
    setDeadline(run)
}
