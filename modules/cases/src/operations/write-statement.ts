import { textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { caseNotFound, taskNotFound } from '../contract/case.ts'
import { writeStatement } from '../contract/signature.ts'
import { beginRun } from '../engine/case-run.ts'
import { givenAnswers } from '../engine/given-answers.ts'
import { hasPartIn, personActing } from '../engine/own-case.ts'
import { statementOf } from '../engine/statement-of.ts'
import { findCase } from '../store/cases.ts'
import { findOpenTask } from '../store/tasks.ts'

/** Writes what a person signs to answer an own open task. */
export const writeStatementHandler = handle(writeStatement, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null || !(await hasPartIn(context, row))) return refuse(caseNotFound, { pointer: '/case' })
    const task = await findOpenTask(context.tx, row.tenant, row.id, input.task)
    if (task === null || task.person !== personActing(context)) return refuse(taskNotFound, { pointer: '/task' })
    const run = beginRun(context, row)
    const answered = await givenAnswers(run, task, input.answers)
    if (isRefused(answered))
      return {
        ...answered,
        pointer: `/answers${answered.pointer}`,
        also: answered.also.map(problem => ({ ...problem, pointer: `/answers${problem.pointer}` })),
      }
    const { asked, given } = answered
    if (asked === null) return refuse(taskNotFound, { pointer: '/task' })
    context.concerns([row.person])
    return {
      title: textOf(run.service.pack, 'title'),
      needed: asked.layout.signature ?? null,
      text: statementOf(run, task, { asked, given }, context.actor.language),
    }
  },
})
