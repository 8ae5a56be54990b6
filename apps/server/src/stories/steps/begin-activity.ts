import { beginActivity, getCase, listTasks } from '@tereze/cases/contract'
import type { BeginStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { heed, needed, officialOf, StepImpossible, type World } from '../world.ts'

/** An official finds a task that offers an activity in the inbox of their unit, and begins it. */
export async function begin(world: World, step: BeginStep): Promise<void> {
  const { platform } = world
  const official = officialOf(world, step.who)
  const { organisation } = official
  const listed = await platform.runner.call(listTasks, { organisation, list: 'unit' }, official)
  const offered: string[] = []
  for (const { case: id, task } of needed(listed, `the inbox of ${step.who}`).items) {
    const { tasks } = needed(await platform.runner.call(getCase, { organisation, case: id }, official), 'the case')
    const activities = tasks.find(one => one.task === task)?.offers?.activities.map(({ node }) => node) ?? []
    offered.push(...activities)
    if (!activities.includes(step.begins)) continue
    const input = { organisation, case: id, task, activity: step.begins }
    heed(world, await platform.runner.call(beginActivity, input, official))
    await settle(platform)
    return
  }
  throw new StepImpossible(`${step.who} is not offered "${step.begins}", only: ${offered.join(', ') || 'nothing'}`)
}
