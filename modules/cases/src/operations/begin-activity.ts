import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { activityUnfit, beginActivity } from '../contract/activity.ts'
import { ownCase, taskNotFound, taskTaken } from '../contract/case.ts'
import { caseSuspended } from '../contract/case-suspended.ts'
import { changedMeanwhile } from '../contract/revision.ts'
import { advance } from '../engine/advance.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { closeBeside } from '../engine/close-beside.ts'
import { mayWorkOn } from '../engine/may-work-on.ts'
import { offerOf } from '../engine/offer-of.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { isSuspended } from '../engine/suspension.ts'
import { lockTask } from '../engine/task-at-hand.ts'
import { isAsSeen } from '../rules/is-as-seen.ts'

/** Begins an activity of an ad-hoc sub-process. */
export const beginActivityHandler = handle(beginActivity, {
  tenant: input => input.organisation,
  async run(input, context) {
    const found = await lockTask(context, input)
    if (isRefused(found)) return found
    const { row, task } = found
    if (!isAsSeen(row, input.revision)) return refuse(changedMeanwhile, { pointer: '/revision' })
    const allowed = mayWorkOn(context.port(packages), context.actor, task, row)
    if (allowed === 'not-found') return refuse(taskNotFound, { pointer: '/task' })
    if (allowed === 'taken') return refuse(taskTaken, { pointer: '/task' })
    if (allowed === 'own') return refuse(ownCase)
    if (isSuspended(row)) return refuse(caseSuspended)
    context.concerns([row.person])
    const run = beginRun(context, row)
    const choice = await offerOf(run, task)
    const offered = choice?.offer.activities.some(({ node }) => node === input.activity)
    if (choice === null || !offered || !choice.offer.open) return refuse(activityUnfit, { pointer: '/activity' })
    const { instance, process } = choice
    const begin = { type: 'activate', id: task.id, node: input.activity } as const
    const refused = await orStepRefused(() => advance(run, instance, process, [begin]))
    if (isRefused(refused)) return refused
    await note(run, 'timeline.activity-begun', 'official')
    await closeBeside(run, false)
    await endRun(run)
    return { case: row.id }
  },
})
