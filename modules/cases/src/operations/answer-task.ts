import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { answersInvalid, answerTask, caseNotFound, taskNotFound } from '../contract/case.ts'
import { changedMeanwhile } from '../contract/revision.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { checkSignature } from '../engine/check-signature.ts'
import { completeWith } from '../engine/complete.ts'
import { hasPartIn, personActing } from '../engine/own-case.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { isAsSeen } from '../rules/is-as-seen.ts'
import { lockCase } from '../store/cases.ts'
import { findOpenTask } from '../store/tasks.ts'

/** Answers a task that waits for the acting person. */
export const answerTaskHandler = handle(answerTask, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null || !(await hasPartIn(context, row))) return refuse(caseNotFound, { pointer: '/case' })
    if (!isAsSeen(row, input.revision)) return refuse(changedMeanwhile, { pointer: '/revision' })
    const task = await findOpenTask(context.tx, row.tenant, row.id, input.task)
    if (task === null || task.person !== personActing(context)) return refuse(taskNotFound, { pointer: '/task' })
    context.concerns([row.person])
    const run = beginRun(context, row)
    await note(run, 'timeline.answered-by-person', 'you')
    const refused = await orStepRefused(() =>
      completeWith(run, task, input.answers, 'answered', answered =>
        checkSignature(run, task, answered, input.signature),
      ),
    )
    if (refused !== null && refused.code !== answersInvalid.code) return refused
    if (refused !== null)
      return {
        ...refused,
        pointer: `/answers${refused.pointer}`,
        also: refused.also.map(problem => ({ ...problem, pointer: `/answers${problem.pointer}` })),
      }
    await endRun(run)
    return { case: row.id }
  },
})
