import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, taskNotFound, taskTaken } from '../contract/case.ts'
import { releaseTask } from '../contract/task.ts'
import { mayWorkOn } from '../engine/may-work-on.ts'
import { lockCase } from '../store/cases.ts'
import { findOpenTask, updateHolder } from '../store/tasks.ts'

/** Gives an own task back to the unit, or one that was delegated to whoever is answerable. */
export const releaseTaskHandler = handle(releaseTask, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const task = await findOpenTask(context.tx, row.tenant, row.id, input.task)
    const allowed = task === null ? 'not-found' : mayWorkOn(context.port(packages), context.actor, task, row)
    if (task === null || allowed === 'not-found') return refuse(taskNotFound, { pointer: '/task' })
    if (allowed === 'taken') return refuse(taskTaken, { pointer: '/task' })
    await updateHolder(context.tx, task.id, task.answerable === context.actor.id ? null : task.answerable)
    return { task: task.id }
  },
})
