import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { appealDecision, appealedAlready, appealLate, caseClosed, caseNotFound, statusUnfit } from '../contract/case.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { isOwn } from '../engine/own-case.ts'
import { startBeside } from '../engine/start-beside.ts'
import { appealUntil, isClosedForGood, mayNow } from '../rules/may-now.ts'
import { lockCase } from '../store/cases.ts'
import { listActs } from '../store/records.ts'

/** Appeals against the decision of an own case. */
export const appealDecisionHandler = handle(appealDecision, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null || !isOwn(context, row)) return refuse(caseNotFound, { pointer: '/case' })
    const run = beginRun(context, row)
    if (row.appeal !== 'none') return refuse(appealedAlready)
    if (!mayNow(run).appeal) {
      const until = appealUntil(run)
      if (until !== null && run.today > until) return refuse(appealLate, { params: { until } })
      return isClosedForGood(row) ? refuse(caseClosed) : refuse(statusUnfit, { params: { status: row.status } })
    }
    context.concerns([row.person])
    row.data = {
      ...row.data,
      appeal: { reason: input.reason, ...(input.asks === undefined ? {} : { asks: input.asks }) },
    }
    await startBeside(run, 'appeal', run.service.appeal)
    await endRun(run)
    const acts = await listActs(context.tx, row.tenant, row.id)
    return { case: row.id, number: acts.findLast(act => act.kind === 'appeal')?.number ?? row.number }
  },
})
