import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { alreadySuspended, suspendCase } from '../contract/acts-of-officials.ts'
import { statusUnfit } from '../contract/case.ts'
import { suspend } from '../engine/acts/suspension.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { caseToActIn } from '../engine/case-to-act-in.ts'
import { startBeside } from '../engine/start-beside.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { isSuspended } from '../engine/suspension.ts'
import { findDeadline } from '../store/deadlines.ts'

/** Suspends the term of a case; a process beside the service's waits for the end. */
export const suspendCaseHandler = handle(suspendCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await caseToActIn(context, input.case, 'suspension')
    if (isRefused(row)) return row
    if (isSuspended(row)) return refuse(alreadySuspended)
    const kept = await findDeadline(context.tx, row.tenant, row.id)
    if (kept === null) return refuse(statusUnfit, { params: { status: row.status } })
    const run = beginRun(context, row)
    const held = await suspend(run, kept, input)
    if (isRefused(held)) return held
    const refused = await orStepRefused(async () => {
      await startBeside(run, 'suspension', run.service.suspension)
      return null
    })
    if (refused !== null) return refused
    await endRun(run)
    return { case: row.id, act: held.act, until: held.lastDay, deadline: row.deadline ?? kept.date }
  },
})
