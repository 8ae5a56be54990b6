import { getOwnTask, openCase } from '@tereze/cases/contract'
import { getOrganisation } from '@tereze/catalogue/contract'
import { compileForm, formState, type JsonObject, type Prefill } from '@tereze/forms'
import type { PersonActor } from '@tereze/operation'
import type { OpenStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { mergeAnswer } from '../told-answers.ts'
import { actorOf, heed, needed, partyOf, StepImpossible, type World } from '../world.ts'
import { caseOf } from './find-case.ts'

/** The person opens a case of the story's service: a draft, with what is known of them. */
export async function openDraft(world: World, person: PersonActor, channel = 'portal'): Promise<boolean> {
  const { platform, file } = world
  const owner = String(platform.packages.get('service', file.of).json.get('service.json')?.owner).replace(/^org:/, '')
  const input = {
    organisation: owner,
    service: file.of,
    person: partyOf(person),
    data: {},
    channel: channel as 'portal',
    cause: null,
    key: `story/${partyOf(person)}/${file.of}`,
  }
  const opened = heed(world, await platform.runner.call(openCase, input, person))
  await settle(platform)
  return opened !== null
}

/** The person opens the form and answers without submitting, as the portal would show it. */
export async function openTheForm(world: World, step: OpenStep): Promise<void> {
  const { platform, clock, names } = world
  const person = actorOf(world, step)
  if (!(await openDraft(world, person))) return
  const card = await caseOf(world, person)
  if (card.yourTask === null) throw new StepImpossible('the case has no form to fill in')
  const about = { organisation: card.organisation, case: card.case, task: card.yourTask.task }
  const task = needed(await platform.runner.call(getOwnTask, about, person), 'opening the form')
  const compiled = compileForm({ schema: task.schema as JsonObject, form: task.form })
  if (!compiled.ok) throw new StepImpossible(`the form does not compile: ${JSON.stringify(compiled.problems)}`)
  const state = formState(compiled.form, {
    data: mergeAnswer(task.data, names.resolve(step.with)) as JsonObject,
    prefill: task.prefill.map(({ pointer, value }) => ({ pointer, value, source: { id: '' } })) as Prefill[],
    context: task.context as JsonObject,
    now: clock.now().toISOString(),
    zone: getOrganisation(platform.packages, card.organisation).zone,
  })
  world.exit = state.exit
}
