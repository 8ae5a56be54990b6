import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseClosed, caseNotFound, correctionLate, requestCorrection, statusUnfit } from '../contract/case.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { correctionRuns } from '../engine/correction-runs.ts'
import { isOwn } from '../engine/own-case.ts'
import { startBeside } from '../engine/start-beside.ts'
import { correctable } from '../rules/correctable.ts'
import { isClosedForGood, mayNow } from '../rules/may-now.ts'
import { correctionEnd } from '../rules/terms-after.ts'
import { lockCase } from '../store/cases.ts'

/** Asks for the correction of an error in the result of an own case. */
export const requestCorrectionHandler = handle(requestCorrection, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null || !isOwn(context, row)) return refuse(caseNotFound, { pointer: '/case' })
    const run = beginRun(context, row)
    if (isClosedForGood(row)) return refuse(caseClosed)
    const until = correctionEnd(run)?.date ?? null
    if (until !== null && run.today > until) return refuse(correctionLate, { params: { until } })
    if (!mayNow(run).correct || (await correctionRuns(context, row)))
      return refuse(statusUnfit, { params: { status: row.status } })
    const changes = (input.changes ?? []).filter(change => correctable(row.data, change.pointer))
    context.concerns([row.person])
    const { correctionReview: _earlier, ...data } = row.data
    row.data = { ...data, correction: { text: input.text, changes } }
    await note(run, 'timeline.error-reported', 'you')
    await startBeside(run, 'correction', run.service.correction)
    await endRun(run)
    return { case: row.id }
  },
})
