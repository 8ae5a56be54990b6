import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, taskNotFound } from '../contract/case.ts'
import { keepAnswers, keptTooLarge, mostKept } from '../contract/kept-answers.ts'
import { hasPartIn, personActing } from '../engine/own-case.ts'
import { isOfSignatory } from '../engine/signing.ts'
import { findCase } from '../store/cases.ts'
import { findOpenTask, updateBegun } from '../store/tasks.ts'

/** Keeps what the acting person has filled in of an open task so far. */
export const keepAnswersHandler = handle(keepAnswers, {
  tenant: input => input.organisation,
  async run({ organisation, case: id, task: taskId, page, answers }, context) {
    const row = await findCase(context.tx, organisation, id)
    if (row === null || !(await hasPartIn(context, row))) return refuse(caseNotFound, { pointer: '/case' })
    const task = await findOpenTask(context.tx, row.tenant, row.id, taskId)
    if (task === null || task.person !== personActing(context) || task.form === null || isOfSignatory(task))
      return refuse(taskNotFound, { pointer: '/task' })
    if (Buffer.byteLength(JSON.stringify(answers)) > mostKept)
      return refuse(keptTooLarge, { pointer: '/answers', params: { most: mostKept / 1000 } })
    context.concerns([row.person])
    const at = context.now.toISOString()
    const begun = Object.keys(answers).length === 0 ? null : { page, answers, at }
    // Whoever answered meanwhile was quicker.
    if (!(await updateBegun(context.tx, task.id, begun))) return refuse(taskNotFound, { pointer: '/task' })
    return { at }
  },
})
