import { answerTask } from '@tereze/cases/contract'
import { receiveSms } from '@tereze/notifications/contract'
import { systemActor } from '@tereze/operation'
import type { AnswerStep, SubmitStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { actorOf, heed, needed, personOf, StepImpossible, type World } from '../world.ts'
import { bringFiles } from './bring-files.ts'
import { caseOf, historyOf } from './find-case.ts'
import { openDraft } from './open-form.ts'
import { signAnswers } from './sign-answers.ts'

async function answer(
  world: World,
  step: Pick<AnswerStep, 'who' | 'for'>,
  node: string,
  values: Readonly<Record<string, unknown>>,
  signs = false,
): Promise<void> {
  const { who } = step
  const person = actorOf(world, step)
  const card = await caseOf(world, person, ({ yourTask }) => yourTask !== null)
  const { tasks } = await historyOf(world, card)
  const task = tasks.find(one => one.task === card.yourTask?.task)
  if (task?.node !== node)
    throw new StepImpossible(
      `${who} has no task "${node}"; open are ${tasks.map(one => one.node).join(', ') || 'none'}`,
    )
  const { organisation, case: id } = card
  const answers = await bringFiles(world, person, organisation, { ...world.names.resolve(values) })
  const input = { organisation, case: id, task: task.task, answers }
  const signature = signs ? { signature: await signAnswers(world, person, input) } : {}
  heed(world, await world.platform.runner.call(answerTask, { ...input, ...signature }, person))
  await settle(world.platform)
}

/** The person opens a case and submits the application. */
export async function submitApplication(world: World, step: SubmitStep): Promise<void> {
  if (await openDraft(world, actorOf(world, step), step.channel))
    await answer(world, step, 'application', step.submits, step.signs)
}

/** A person answers a task in the portal, or by a message. */
export async function answerOwnTask(world: World, step: AnswerStep): Promise<void> {
  if (step.text === undefined) return answer(world, step, step.answers, step.with ?? {})
  const { platform, clock, phones } = world
  const from = phones.get(personOf(world, step.who).id)
  if (from === undefined) throw new StepImpossible(`${step.who} has no telephone`)
  const gateway = { ...systemActor('sms-gateway', 'platform'), roles: ['sms-gateway'] }
  const input = { id: `story-${clock.now().getTime()}`, from, text: step.text }
  const { taken } = needed(await platform.runner.call(receiveSms, input, gateway), 'the message')
  if (!taken) throw new StepImpossible(`nothing waits for the message "${step.text}"`)
  await settle(platform)
}
