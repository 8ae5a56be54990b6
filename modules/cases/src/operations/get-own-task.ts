import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, getOwnTask, taskNotFound } from '../contract/case.ts'
import { beginRun } from '../engine/case-run.ts'
import { hasPartIn, personActing } from '../engine/own-case.ts'
import { findCase } from '../store/cases.ts'
import { findBegun, findOpenTask } from '../store/tasks.ts'
import { viewTaskForm } from '../views/task-form.ts'

/** The form of an own open task. */
export const getOwnTaskHandler = handle(getOwnTask, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null || !(await hasPartIn(context, row))) return refuse(caseNotFound, { pointer: '/case' })
    const task = await findOpenTask(context.tx, row.tenant, row.id, input.task)
    if (task === null || task.person !== personActing(context)) return refuse(taskNotFound, { pointer: '/task' })
    const form = await viewTaskForm(beginRun(context, row), task)
    if (form === null) return refuse(taskNotFound, { pointer: '/task' })
    context.concerns([row.person])
    const begun = form.signs === true ? null : await findBegun(context.tx, row.tenant, task.id)
    return begun === null ? form : { ...form, begun }
  },
})
