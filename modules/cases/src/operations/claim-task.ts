import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, ownCase, taskNotFound, taskTaken } from '../contract/case.ts'
import { claimTask } from '../contract/task.ts'
import { mayWorkOn } from '../engine/may-work-on.ts'
import { refuseSamePerson } from '../engine/other-person.ts'
import { lockCase } from '../store/cases.ts'
import { findOpenTask, updateHolder } from '../store/tasks.ts'

/** Takes a task of the own roles. */
export const claimTaskHandler = handle(claimTask, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const task = await findOpenTask(context.tx, row.tenant, row.id, input.task)
    const allowed = task === null ? 'not-found' : mayWorkOn(context.port(packages), context.actor, task, row)
    if (task === null || allowed === 'not-found') return refuse(taskNotFound, { pointer: '/task' })
    if (allowed === 'taken') return refuse(taskTaken, { pointer: '/task' })
    if (allowed === 'own') return refuse(ownCase)
    const same = await refuseSamePerson(context, row, task, context.actor.id)
    if (same !== null) return same
    context.concerns([row.person])
    await updateHolder(context.tx, task.id, context.actor.id)
    return { task: task.id }
  },
})
