import {
  extendDeadline,
  requestInformation,
  resumeCase,
  returnApplication,
  returnTask,
  suspendCase,
} from '@tereze/cases/contract'
import type { AskStep, ExtendStep, ResumeStep, ReturnStep, SendBackStep, SuspendStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { heed, officialOf, StepImpossible, type World } from '../world.ts'
import { casesOf, historyOf } from './find-case.ts'

/** An official and the newest case of the story's service in their organisation. */
async function aboutCase(world: World, who: string) {
  const official = officialOf(world, who)
  const { organisation } = official
  for (const person of world.persons.values()) {
    const cards = await casesOf(world, person)
    const card = cards.find(one => one.organisation === organisation && one.service === world.file.of)
    if (card !== undefined) return { official, about: { organisation, case: card.case } }
  }
  throw new StepImpossible(`${who} has no case of ${world.file.of}`)
}

/** An official suspends the term of a case. */
export async function suspend(world: World, step: SuspendStep): Promise<void> {
  const { official, about } = await aboutCase(world, step.who)
  heed(world, await world.platform.runner.call(suspendCase, { ...about, ...step.suspends }, official))
  await settle(world.platform)
}

/** An official returns the application for correction. */
export async function returnForCorrection(world: World, step: ReturnStep): Promise<void> {
  const { official, about } = await aboutCase(world, step.who)
  heed(world, await world.platform.runner.call(returnApplication, { ...about, ...step.returns }, official))
  await settle(world.platform)
}

/** An official ends a suspension. */
export async function resume(world: World, step: ResumeStep): Promise<void> {
  const { official, about } = await aboutCase(world, step.who)
  heed(world, await world.platform.runner.call(resumeCase, { ...about, ...step.resumes }, official))
  await settle(world.platform)
}

/** An official prolongs the term of a case. */
export async function extend(world: World, step: ExtendStep): Promise<void> {
  const { official, about } = await aboutCase(world, step.who)
  heed(world, await world.platform.runner.call(extendDeadline, { ...about, ...step.extends }, official))
  await settle(world.platform)
}

/** An official, and the only task that officials have in the newest case. */
async function ownTask(world: World, who: string) {
  const { official, about } = await aboutCase(world, who)
  const { tasks } = await historyOf(world, about)
  const task = tasks.find(({ role }) => official.roles.includes(role))
  if (task === undefined) throw new StepImpossible(`${who} has no task in the case`)
  return { official, place: { ...about, task: task.task } }
}

/** An official sends the case back to an earlier step for correction. */
export async function sendBack(world: World, step: SendBackStep): Promise<void> {
  const { official, place } = await ownTask(world, step.who)
  heed(world, await world.platform.runner.call(returnTask, { ...place, ...step['sends-back'] }, official))
  await settle(world.platform)
}

/** An official asks the applicant for information. */
export async function askInformation(world: World, step: AskStep): Promise<void> {
  const { official, place } = await ownTask(world, step.who)
  const { fields, ...asked } = step['asks-information']
  const input = { ...place, ...asked, ...(fields === undefined ? {} : { fields: [...fields] }) }
  heed(world, await world.platform.runner.call(requestInformation, input, official))
  await settle(world.platform)
}
