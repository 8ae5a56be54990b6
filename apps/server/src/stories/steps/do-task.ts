import { claimTask, completeTask, listTasks } from '@tereze/cases/contract'
import type { DoStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { heed, needed, officialOf, StepImpossible, type World } from '../world.ts'
import { bringFiles } from './bring-files.ts'
import { historyOf } from './find-case.ts'

/** Outcome and reason as the official gives them beside the form: of the form's own section where it has one. */
function wordsOf(values: Readonly<Record<string, unknown>>): { outcome: string; reason: string } {
  const [section] = Object.values(values)
  const { outcome, reason } = (typeof section === 'object' && section !== null ? section : {}) as Record<
    string,
    unknown
  >
  return { outcome: typeof outcome === 'string' ? outcome : 'done', reason: typeof reason === 'string' ? reason : '' }
}

/** An official finds a task in the inbox of their unit, takes it and completes it. */
export async function doTask(world: World, step: DoStep): Promise<void> {
  const { platform, names } = world
  const official = officialOf(world, step.who)
  const { organisation } = official
  const inbox = needed(
    await platform.runner.call(listTasks, { organisation, list: 'unit' }, official),
    `the inbox of ${step.who}`,
  )
  for (const card of inbox.items) {
    const { tasks } = await historyOf(world, card)
    const task = tasks.find(one => one.task === card.task && one.node === step.does)
    if (task === undefined) continue
    const about = { organisation, case: card.case, task: task.task }
    if (heed(world, await platform.runner.call(claimTask, about, official)) === null) return
    const answers = await bringFiles(world, official, organisation, { ...names.resolve(step.with) })
    heed(world, await platform.runner.call(completeTask, { ...about, ...wordsOf(answers), answers }, official))
    await settle(platform)
    return
  }
  const titles = inbox.items.map(({ title }) => title.en).join(', ')
  throw new StepImpossible(`${step.who} has no task "${step.does}" in the inbox, only: ${titles || 'none'}`)
}
