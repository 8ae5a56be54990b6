import { getOwnTask, getTask, listTasks } from '@tereze/cases/contract'
import { isRefused } from '@tereze/operation'
import type { NextAct } from '@tereze/studio/contract'
import { casesOf, historyOf } from './steps/find-case.ts'
import { openDraft } from './steps/open-form.ts'
import type { World } from './world.ts'

export type { NextAct } from '@tereze/studio/contract'

/** What registers, cases and persons are called: `person_0195557a-8c00-7000-8000-000000000001`. */
const id = /^[a-z][a-z-]*_[0-9a-f]{8}-[0-9a-f-]{27}$/

/** A value in which ids are the names that the story has for them. */
function inNames(world: World, value: unknown): unknown {
  if (typeof value === 'string') {
    const name = id.test(value) ? world.names.nameOf(value) : undefined
    return name === undefined ? value : `@${name}`
  }
  if (Array.isArray(value)) return value.map(one => inNames(world, one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inNames(world, one)]))
}

const formOf = (world: World, form: object) => inNames(world, form) as Record<string, unknown>

/** Forms that wait for a person; who has no case of the service yet gets the form that begins one. */
async function actsOfPerson(world: World, who: string): Promise<NextAct[]> {
  const { platform, file, persons } = world
  const person = persons.get(who)
  if (person === undefined) return []
  const own = async () => (await casesOf(world, person)).filter(card => card.yourTask !== null)
  let waiting = await own()
  if (waiting.length === 0 && file.kind === 'service') {
    const refused = world.refused
    if (await openDraft(world, person)) waiting = await own()
    world.refused = refused
  }
  const acts: NextAct[] = []
  for (const card of waiting) {
    const task = card.yourTask?.task ?? ''
    const place = { organisation: card.organisation, case: card.case, task }
    const form = await platform.runner.call(getOwnTask, place, person)
    const node = (await historyOf(world, card)).tasks.find(one => one.task === task)?.node
    if (isRefused(form) || node === undefined) continue
    const does = card.status === 'draft' ? 'submits' : 'answers'
    acts.push({ who, does, node, service: card.service, form: formOf(world, form) })
  }
  return acts
}

/** Tasks in the inbox of an official's unit. */
async function actsOfOfficial(world: World, who: string): Promise<NextAct[]> {
  const { platform, officials } = world
  const official = officials.get(who)
  if (official === undefined) return []
  const { organisation } = official
  const inbox = await platform.runner.call(listTasks, { organisation, list: 'unit' }, official)
  if (isRefused(inbox)) return []
  const acts: NextAct[] = []
  for (const { case: one, task, service } of inbox.items) {
    const form = await platform.runner.call(getTask, { organisation, case: one, task }, official)
    const node = (await historyOf(world, { organisation, case: one })).tasks.find(known => known.task === task)?.node
    if (isRefused(form) || node === undefined) continue
    acts.push({ who, does: 'does', node, service, form: formOf(world, form) })
  }
  return acts
}

/** What the people of a story could do next, each with the form that the platform gives them. The story is over after that. */
export async function listNextActs(world: World): Promise<NextAct[]> {
  const acts: NextAct[] = []
  for (const who of world.officials.keys()) acts.push(...(await actsOfOfficial(world, who)))
  for (const who of world.persons.keys()) if (!world.officials.has(who)) acts.push(...(await actsOfPerson(world, who)))
  return acts
}
