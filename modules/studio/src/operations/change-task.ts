import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { changeTask, taskNotFound } from '../contract/index.ts'
import { decideTask } from '../rules/decide-task.ts'
import { stageOf, taskAfter } from '../rules/work-state.ts'
import { insertSpell, listSpells, updateSpell } from '../store/work-spells.ts'
import { colleaguesOf } from '../views/colleagues.ts'
import { heldWork, pipelineOfWork } from '../views/work-parts.ts'

/** Takes a task, lets it go, or finishes it. */
export const changeTaskHandler = handle(changeTask, {
  tenant: input => input.organisation,
  async run({ organisation, work, task, do: wish, result = '' }, context) {
    const { tx, actor, now } = context
    const row = await heldWork(context, work)
    if (isRefused(row)) return row
    const stage = stageOf(pipelineOfWork(context, row), row.stage)
    if (!stage.tasks.some(({ id }) => id === task)) return refuse(taskNotFound, { pointer: '/task' })
    const before = await listSpells(tx, organisation, [work])
    const changes = decideTask(before, { task, wish, by: actor.id, result })
    if (isRefused(changes)) return changes
    for (const change of changes) {
      const at = { work, task, number: change.number }
      if (change.write === 'begin') await insertSpell(tx, { ...at, stage: stage.id, by: actor.id, now })
      else await updateSpell(tx, at, { outcome: change.outcome, result: change.result, now })
    }
    const after = taskAfter(await listSpells(tx, organisation, [work]), task)
    const who = await colleaguesOf(context, organisation, after.by === null ? [] : [after.by])
    return { ...after, by: after.by === null ? null : who(after.by) }
  },
})
