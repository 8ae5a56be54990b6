import { appealDecision, requestCorrection, requestDuplicate, withdrawCase } from '@tereze/cases/contract'
import type { AppealStep, DuplicateStep, ReportStep, WithdrawStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { actorOf, heed, type World } from '../world.ts'
import { caseOf } from './find-case.ts'

async function aboutCase(world: World, step: Pick<WithdrawStep, 'who' | 'for'>) {
  const person = actorOf(world, step)
  const { organisation, case: id } = await caseOf(world, person)
  return { person, about: { organisation, case: id } }
}

/** The person appeals against the decision. */
export async function appeal(world: World, step: AppealStep): Promise<void> {
  const { person, about } = await aboutCase(world, step)
  heed(world, await world.platform.runner.call(appealDecision, { ...about, ...step.appeals }, person))
  await settle(world.platform)
}

/** The person reports an error in the result. */
export async function reportError(world: World, step: ReportStep): Promise<void> {
  const { person, about } = await aboutCase(world, step)
  const { text, changes } = world.names.resolve(step['reports-error'])
  heed(world, await world.platform.runner.call(requestCorrection, { ...about, text, changes: [...changes] }, person))
  await settle(world.platform)
}

/** The person takes the application back. */
export async function withdraw(world: World, step: WithdrawStep): Promise<void> {
  const { person, about } = await aboutCase(world, step)
  const input = { ...about, reason: step.withdraws.reason ?? '' }
  heed(world, await world.platform.runner.call(withdrawCase, input, person))
  await settle(world.platform)
}

/** The person asks for a duplicate of a result. */
export async function askDuplicate(world: World, step: DuplicateStep): Promise<void> {
  const { person, about } = await aboutCase(world, step)
  heed(world, await world.platform.runner.call(requestDuplicate, { ...about, ...step['asks-duplicate'] }, person))
  await settle(world.platform)
}
