import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { ownCase, reasonMissing, taskNotFound, taskTaken } from '../contract/case.ts'
import { nothingToReturn, returnTask } from '../contract/handing.ts'
import { processOf } from '../definition/service.ts'
import { advance } from '../engine/advance.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { colleaguesOf, officeOf } from '../engine/colleagues.ts'
import { isFitFor, mayWorkOn } from '../engine/may-work-on.ts'
import { noteOnTask } from '../engine/note-on-task.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { lockTask } from '../engine/task-at-hand.ts'
import { decideReturn } from '../rules/decide-return.ts'
import { findInstance } from '../store/instances.ts'
import { listCompletedByOfficials, listOpenTasks, updateHolder } from '../store/tasks.ts'

/** Sends a case back to the step before, and there to the official who did it. */
export const returnTaskHandler = handle(returnTask, {
  tenant: input => input.organisation,
  async run(input, context) {
    const found = await lockTask(context, input)
    if (isRefused(found)) return found
    const { row, task } = found
    const { actor, tx } = context
    const all = context.port(packages)
    const allowed = mayWorkOn(all, actor, task, row)
    if (allowed === 'not-found') return refuse(taskNotFound, { pointer: '/task' })
    if (allowed === 'taken') return refuse(taskTaken, { pointer: '/task' })
    if (allowed === 'own') return refuse(ownCase)
    if (input.reason.trim() === '') return refuse(reasonMissing, { pointer: '/reason' })
    const instance = task.instance === null ? null : await findInstance(tx, row.tenant, task.instance)
    if (instance === null) return refuse(nothingToReturn, { pointer: '/task' })
    const process = await processOf(all.get(instance.packageKind, instance.package, instance.packageVersion))
    const target = decideReturn(process, task.node, await listCompletedByOfficials(tx, row.tenant, instance.id))
    if (target === null) return refuse(nothingToReturn, { pointer: '/task' })
    context.concerns([row.person])
    const run = beginRun(context, row)
    run.draft.endTask(task.id, { at: context.now, by: actor.id, outcome: 'returned' })
    const move = { type: 'move', id: task.id, to: target.node } as const
    const refused = await orStepRefused(() => advance(run, instance, process, [move]))
    if (isRefused(refused)) return refused
    await endRun(run)
    const opened = (await listOpenTasks(tx, row.tenant, row.id)).find(
      ({ instance: of, node }) => of === instance.id && node === target.node,
    )
    const official = (await colleaguesOf(context, row.tenant, target.official === null ? [] : [target.official]))[0]
    const again = official !== undefined && opened !== undefined && isFitFor(all, officeOf(official), opened, row)
    if (again) await updateHolder(tx, opened.id, official.official)
    await noteOnTask(context, task, {
      kind: 'returned',
      receiver: again ? official.official : null,
      text: input.reason.trim(),
    })
    return { case: row.id, node: target.node, task: opened?.id ?? null }
  },
})
