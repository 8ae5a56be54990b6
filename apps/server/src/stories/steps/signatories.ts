import { answerTask, askSignatories, declineSignature, getOwnCase, withdrawSignatory } from '@tereze/cases/contract'
import type { AskSignatoriesStep, DeclineStep, SignStep, TakeBackStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { actorOf, heed, needed, StepImpossible, type World } from '../world.ts'
import { caseOf } from './find-case.ts'
import { signAnswers } from './sign-answers.ts'

/** The applicant asks persons, by number and family name, to sign the application. */
export async function askToSign(world: World, step: AskSignatoriesStep): Promise<void> {
  const { platform, names } = world
  const person = actorOf(world, step)
  const { organisation, case: id } = await caseOf(world, person)
  const persons = step['asks-signatories'].map(name => ({
    identifier: names.resolve(`@${name}.identifier`),
    family: names.resolve(`@${name}.family`),
  }))
  heed(world, await platform.runner.call(askSignatories, { organisation, case: id, persons }, person))
  await settle(platform)
}

async function taskOf(world: World, step: SignStep | DeclineStep) {
  const person = actorOf(world, step)
  const { organisation, case: id, yourTask } = await caseOf(world, person, card => card.yourTask !== null)
  return { person, input: { organisation, case: id, task: yourTask?.task ?? '' } }
}

/** A person signs what another applied for. */
export async function signForAnother(world: World, step: SignStep): Promise<void> {
  const { person, input } = await taskOf(world, step)
  const answer = { ...input, answers: {} }
  const signature = await signAnswers(world, person, answer)
  heed(world, await world.platform.runner.call(answerTask, { ...answer, signature }, person))
  await settle(world.platform)
}

/** A person declines to sign what another applied for. */
export async function decline(world: World, step: DeclineStep): Promise<void> {
  const { person, input } = await taskOf(world, step)
  heed(
    world,
    await world.platform.runner.call(declineSignature, { ...input, reason: step['declines-signature'] }, person),
  )
  await settle(world.platform)
}

/** The applicant takes back the request to somebody. */
export async function takeBackRequest(world: World, step: TakeBackStep): Promise<void> {
  const { runner } = world.platform
  const person = actorOf(world, step)
  const { organisation, case: id } = await caseOf(world, person)
  const family = world.names.resolve(`@${step['takes-back-request']}.family`)
  const own = needed(await runner.call(getOwnCase, { organisation, case: id }, person), 'the own case')
  const asked = own.signing?.chosen.find(({ name, state }) => name.en.endsWith(family) && state !== 'withdrawn')
  if (asked === undefined) throw new StepImpossible(`${step['takes-back-request']} was not asked to sign`)
  const input = { organisation, case: id, signatory: asked.signatory }
  heed(world, await runner.call(withdrawSignatory, input, person))
  await settle(world.platform)
}
