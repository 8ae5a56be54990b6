import { type CaseOutcome, caseDecided } from '../../contract/case.ts'
import { decidedBy } from '../../rules/decided-by.ts'
import { note } from '../case-run.ts'
import { lastOfficial } from '../last-official.ts'
import { moveStatus } from '../move-status.ts'
import { endSuspension, isSuspended } from '../suspension.ts'
import { writeAct } from '../write-act.ts'
import { partOf, type RecordedAct } from './act.ts'

/** The decision becomes final; a suspension that still holds ends with it. */
export const decision: RecordedAct = {
  kind: 'decision',
  async apply(run, instance) {
    const { row, context, service } = run
    if (isSuspended(row)) await endSuspension(run)
    const findings = {
      ruled: partOf(run, 'decision'),
      review: partOf(run, 'review'),
      reconsidered: partOf(run, 'reconsideration'),
      appeal: partOf(run, 'appealReview'),
    }
    const decided = decidedBy(findings, await lastOfficial(run, instance.id))
    row.data = { ...row.data, decision: decided }
    moveStatus(run, 'decision')
    row.outcome = decided.outcome as CaseOutcome
    row.decidedAt = context.now.toISOString()
    const { automatic, official, reason } = decided
    await writeAct(run, 'decision', {
      grounds: decided.refusals as readonly string[],
      ...(automatic === true ? { automaticClause: service.regulation.automatic?.clause ?? null } : {}),
      ...(typeof official === 'string' ? { signatory: official } : {}),
      ...(typeof reason === 'string' ? { text: reason } : {}),
    })
    await note(run, `timeline.decided.${row.outcome}`, automatic === true ? 'us' : 'official')
    await context.emit(caseDecided, {
      subject: row.id,
      data: { case: row.id, service: row.service, outcome: row.outcome, automatic: automatic === true },
    })
  },
}
