import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { moreToDo } from '../contract/activity.ts'
import { caseNotFound, ownCase, reasonMissing, taskNotFound, taskTaken } from '../contract/case.ts'
import { caseSuspended } from '../contract/case-suspended.ts'
import { changedMeanwhile } from '../contract/revision.ts'
import { completeTask } from '../contract/task.ts'
import { askedForm } from '../engine/asked-form.ts'
import { beginRun, endRun, withLocal } from '../engine/case-run.ts'
import { closeInformation } from '../engine/close-information.ts'
import { completeWith } from '../engine/complete.ts'
import { instanceOf } from '../engine/instance-of.ts'
import { mayWorkOn } from '../engine/may-work-on.ts'
import { offerOf } from '../engine/offer-of.ts'
import { refuseSamePerson } from '../engine/other-person.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { isSuspended } from '../engine/suspension.ts'
import { answersOf } from '../rules/answers-of.ts'
import { isAsSeen } from '../rules/is-as-seen.ts'
import { lockCase } from '../store/cases.ts'
import { findOpenTask } from '../store/tasks.ts'

/** Completes a task of an official. */
export const completeTaskHandler = handle(completeTask, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    if (!isAsSeen(row, input.revision)) return refuse(changedMeanwhile, { pointer: '/revision' })
    const task = await findOpenTask(context.tx, row.tenant, row.id, input.task)
    const allowed = task === null ? 'not-found' : mayWorkOn(context.port(packages), context.actor, task, row)
    if (task === null || allowed === 'not-found') return refuse(taskNotFound, { pointer: '/task' })
    if (allowed === 'taken') return refuse(taskTaken, { pointer: '/task' })
    if (allowed === 'own') return refuse(ownCase)
    const same = await refuseSamePerson(context, row, task, context.actor.id)
    if (same !== null) return same
    if (input.reason.trim() === '' && input.answers === undefined) return refuse(reasonMissing, { pointer: '/reason' })
    if (isSuspended(row)) return refuse(caseSuspended)
    context.concerns([row.person])
    const run = beginRun(context, row)
    const instance = task.instance === null ? null : await instanceOf(run, task.instance)
    const layout = task.form === null ? undefined : askedForm(withLocal(run, task.local), instance, task.form).layout
    if ((await offerOf(run, task))?.offer.endsByItself === true) return refuse(moreToDo, { pointer: '/task' })
    const answers = answersOf(layout, input)
    const refused = await orStepRefused(() => completeWith(run, task, answers, input.outcome))
    if (refused !== null) return refused
    await closeInformation(run)
    await endRun(run)
    return { case: row.id }
  },
})
