import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { notSuspended, resumeCase } from '../contract/acts-of-officials.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { caseToActIn } from '../engine/case-to-act-in.ts'
import { closeBeside } from '../engine/close-beside.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { endSuspension, isSuspended } from '../engine/suspension.ts'
import { tellResumed } from '../engine/tell-resumed.ts'
import { writeAct } from '../engine/write-act.ts'

/** Ends the suspension of a case by an act of an official. */
export const resumeCaseHandler = handle(resumeCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await caseToActIn(context, input.case, 'resumption')
    if (isRefused(row)) return row
    if (!isSuspended(row)) return refuse(notSuspended)
    const run = beginRun(context, row)
    const act = await writeAct(run, 'resumption', { text: input.reason })
    await endSuspension(run)
    await note(run, 'timeline.resumed', 'official', { date: row.deadline ?? '' })
    const refused = await orStepRefused(async () => {
      await tellResumed(run, act)
      await closeBeside(run, true)
      return null
    })
    if (refused !== null) return refused
    await endRun(run)
    return { case: row.id, act, deadline: row.deadline ?? run.today }
  },
})
