import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, taskNotFound } from '../contract/case.ts'
import { getTask } from '../contract/task.ts'
import { beginRun } from '../engine/case-run.ts'
import { mayWorkOn } from '../engine/may-work-on.ts'
import { findCase } from '../store/cases.ts'
import { findOpenTask } from '../store/tasks.ts'
import { viewTaskForm } from '../views/task-form.ts'

/** The form of a task of an official. */
export const getTaskHandler = handle(getTask, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const task = await findOpenTask(context.tx, row.tenant, row.id, input.task)
    if (task === null || mayWorkOn(context.port(packages), context.actor, task, row) === 'not-found')
      return refuse(taskNotFound, { pointer: '/task' })
    const form = await viewTaskForm(beginRun(context, row), task)
    if (form === null) return refuse(taskNotFound, { pointer: '/task' })
    context.concerns([row.person])
    return form
  },
})
