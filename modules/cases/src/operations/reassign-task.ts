import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { ownCase, reasonMissing, taskNotFound } from '../contract/case.ts'
import { colleagueUnfit, reassignTask } from '../contract/handing.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { colleaguesOf, officeOf } from '../engine/colleagues.ts'
import { asGivenBack, isFitFor, mayAssign } from '../engine/may-work-on.ts'
import { noteOnTask } from '../engine/note-on-task.ts'
import { refuseSamePerson } from '../engine/other-person.ts'
import { lockTask } from '../engine/task-at-hand.ts'
import { giveTaskBack } from '../store/task-terms.ts'
import { updateHolder } from '../store/tasks.ts'

/** Gives a task of the unit, whoever holds it, to another official or back to the unit; one that had come to a superior becomes their work again. */
export const reassignTaskHandler = handle(reassignTask, {
  tenant: input => input.organisation,
  async run(input, context) {
    const found = await lockTask(context, input)
    if (isRefused(found)) return found
    const { row, task } = found
    const all = context.port(packages)
    const allowed = mayAssign(all, context.actor, task, row)
    if (allowed === 'not-found') return refuse(taskNotFound, { pointer: '/task' })
    if (allowed === 'own') return refuse(ownCase)
    if (input.reason.trim() === '') return refuse(reasonMissing, { pointer: '/reason' })
    const work = asGivenBack(all, task, row)
    if (input.to !== null) {
      const colleague = (await colleaguesOf(context, row.tenant, [input.to]))[0]
      if (colleague === undefined || !isFitFor(all, officeOf(colleague), work, row))
        return refuse(colleagueUnfit, { pointer: '/to' })
      const same = await refuseSamePerson(context, row, task, input.to)
      if (same !== null) return { ...same, pointer: '/to' }
    }
    context.concerns([row.person])
    if (task.cameFrom === null) await updateHolder(context.tx, task.id, input.to)
    else {
      const run = beginRun(context, row)
      await giveTaskBack(context.tx, work, input.to)
      await note(run, 'timeline.given-back', 'official')
      await endRun(run)
    }
    await noteOnTask(context, task, { kind: 'reassigned', receiver: input.to, text: input.reason.trim() })
    return { task: task.id }
  },
})
