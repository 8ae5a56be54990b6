import type { Term } from '../definition/service.ts'
import { type Counting, mustCount } from '../rules/deadlines.ts'
import { type DeadlineRow, findDeadline } from '../store/deadlines.ts'
import { caseRegion } from './case-region.ts'
import type { CaseRun } from './case-run.ts'
import { watchCase } from './watch-terms.ts'

function caseTerm(run: CaseRun): Term {
  const {
    from: _from,
    clause: _clause,
    extend: _extend,
    escalate: _escalate,
    ...term
  } = run.service.regulation.deadline
  return term
}

/** The instant from which the term of a decision counts: submission, registration, or the applicant's last answer. */
function beginning({ row, service, context }: CaseRun): string {
  const { from } = service.regulation.deadline
  return from === 'submitted' && row.submittedAt !== null
    ? new Date(row.submittedAt).toISOString()
    : context.now.toISOString()
}

type Acts = Pick<DeadlineRow, 'suspensions' | 'extensions'>

/** How the deadline of a case is counted, in this run or before; null while it has none. */
export async function keptDeadline({ context, draft, row }: CaseRun): Promise<DeadlineRow | null> {
  return draft.findDeadline() ?? findDeadline(context.tx, row.tenant, row.id)
}

function keep(run: CaseRun, counting: Counting & Acts, counted: Pick<DeadlineRow, 'date' | 'at' | 'trace'>): void {
  const { date, at, trace } = counted
  run.row.deadline = date
  run.draft.putDeadline({ ...counting, date, at, trace })
  watchCase(run, date, at)
}

/** Sets the date by which the case must be decided, without the time in which it was suspended and with what prolonged it. */
export function setDeadline(run: CaseRun, acts: Acts = { suspensions: [], extensions: [] }): void {
  const counting = { term: caseTerm(run), from: beginning(run), region: caseRegion(run), asOf: run.today, ...acts }
  keep(run, counting, mustCount(run.jurisdiction, run.zone, counting))
}

/**
 * Counts the deadline of a case anew after an act that moved it.
 * @throws CalendarUncovered when the calendar says nothing about a year that it reaches now.
 */
export function recount(run: CaseRun, kept: DeadlineRow, acts: Partial<Acts>): void {
  const { term, from, region, suspensions, extensions } = kept
  const counting = {
    term,
    from: new Date(from).toISOString(),
    region,
    asOf: run.today,
    suspensions,
    extensions,
    ...acts,
  }
  keep(run, counting, mustCount(run.jurisdiction, run.zone, counting))
}

/** The applicant answered: where the term counts from the completed application, it begins anew. */
export async function heedAnswer(run: CaseRun): Promise<void> {
  if (run.row.deadline === null || run.row.decidedAt !== null || run.service.regulation.deadline.from !== 'complete')
    return
  const kept = await keptDeadline(run)
  setDeadline(run, kept ?? undefined)
}
