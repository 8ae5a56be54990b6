import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { groundUnknown, returnApplication } from '../contract/acts-of-officials.ts'
import { changedMeanwhile } from '../contract/revision.ts'
import { findActGround } from '../definition/grounds.ts'
import { standardReturn } from '../definition/service.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { caseToActIn } from '../engine/case-to-act-in.ts'
import { closeBeside } from '../engine/close-beside.ts'
import { startBeside } from '../engine/start-beside.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { isSuspended } from '../engine/suspension.ts'
import { isAsSeen } from '../rules/is-as-seen.ts'

/** Returns an application for correction: the act and what the applicant is told are a process; all others of the case end. */
export const returnApplicationHandler = handle(returnApplication, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await caseToActIn(context, input.case, 'return')
    if (isRefused(row)) return row
    if (!isAsSeen(row, input.revision)) return refuse(changedMeanwhile, { pointer: '/revision' })
    const run = beginRun(context, row)
    const ground = findActGround(run.packages, run.service, 'return', input.ground)
    if (ground === null) return refuse(groundUnknown, { pointer: '/ground' })
    row.data = { ...row.data, returned: { grounds: [ground.id], reason: input.reason } }
    const suspended = isSuspended(row)
    const refused = await orStepRefused(async () => {
      await startBeside(run, 'return', standardReturn)
      await closeBeside(run, suspended)
      return null
    })
    if (refused !== null) return refused
    await endRun(run)
    return { case: row.id }
  },
})
