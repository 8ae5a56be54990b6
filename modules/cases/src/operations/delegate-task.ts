import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { ownCase, taskNotFound, taskTaken } from '../contract/case.ts'
import { colleagueUnfit, dateUnfit, delegateTask } from '../contract/handing.ts'
import { beginRun } from '../engine/case-run.ts'
import { colleaguesOf, officeOf } from '../engine/colleagues.ts'
import { isFitFor, mayWorkOn } from '../engine/may-work-on.ts'
import { noteOnTask } from '../engine/note-on-task.ts'
import { refuseSamePerson } from '../engine/other-person.ts'
import { lockTask } from '../engine/task-at-hand.ts'
import { daysAfter, isWithin } from '../rules/decide-date.ts'
import { delegateHolder } from '../store/tasks.ts'

/** Days for which a task may be given away. */
const longest = 90

/** Gives a task that the official holds to a colleague for a time. */
export const delegateTaskHandler = handle(delegateTask, {
  tenant: input => input.organisation,
  async run(input, context) {
    const found = await lockTask(context, input)
    if (isRefused(found)) return found
    const { row, task } = found
    const { actor, tx } = context
    const all = context.port(packages)
    const allowed = mayWorkOn(all, actor, task, row)
    if (allowed === 'not-found') return refuse(taskNotFound, { pointer: '/task' })
    if (allowed === 'own') return refuse(ownCase)
    const holds = task.answerable === null ? task.holder === actor.id : task.answerable === actor.id
    if (allowed === 'taken' || !holds) return refuse(taskTaken, { pointer: '/task' })
    const { today } = beginRun(context, row)
    const range = { from: today, to: daysAfter(today, longest) }
    if (!isWithin(input.until, range)) return refuse(dateUnfit, { pointer: '/until', params: range })
    const colleague = (await colleaguesOf(context, row.tenant, [input.to]))[0]
    if (colleague === undefined || input.to === actor.id || !isFitFor(all, officeOf(colleague), task, row))
      return refuse(colleagueUnfit, { pointer: '/to' })
    const same = await refuseSamePerson(context, row, task, input.to)
    if (same !== null) return { ...same, pointer: '/to' }
    context.concerns([row.person])
    await delegateHolder(tx, task.id, { holder: input.to, answerable: actor.id, until: input.until })
    await noteOnTask(context, task, { kind: 'delegated', receiver: input.to, text: input.note ?? '' })
    return { task: task.id }
  },
})
