import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, taskNotFound } from '../contract/case.ts'
import { declineSignature } from '../contract/signatory.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { hasPartIn, personActing } from '../engine/own-case.ts'
import { isOfSignatory, takeDeclined } from '../engine/signing.ts'
import { lockCase } from '../store/cases.ts'
import { findOpenTask } from '../store/tasks.ts'

/** Declines to sign an application. */
export const declineSignatureHandler = handle(declineSignature, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null || !(await hasPartIn(context, row))) return refuse(caseNotFound, { pointer: '/case' })
    const task = await findOpenTask(context.tx, row.tenant, row.id, input.task)
    if (task === null || task.person !== personActing(context) || !isOfSignatory(task))
      return refuse(taskNotFound, { pointer: '/task' })
    context.concerns([row.person])
    const run = beginRun(context, row)
    await takeDeclined(run, task, input.reason)
    await endRun(run)
    return { case: row.id }
  },
})
