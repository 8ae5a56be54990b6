import type { OutputOf, PersonActor } from '@tereze/operation'
import { confirmOffers, getOwnSituation, listOwnSituations } from '@tereze/situations/contract'
import type { ConfirmStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { heed, needed, personOf, StepImpossible, type World } from '../world.ts'

/** The situations of a person as the person sees them, the newest first. */
export async function situationsOf(world: World, person: PersonActor): Promise<OutputOf<typeof getOwnSituation>[]> {
  const { runner } = world.platform
  const { items } = needed(await runner.call(listOwnSituations, { person: person.id }, person), 'listing situations')
  const seen = []
  for (const { situation } of items)
    seen.push(needed(await runner.call(getOwnSituation, { situation }, person), 'reading a situation'))
  return seen
}

/** Services offered to a person in their situations and not yet confirmed. */
export async function offersTo(world: World, person: PersonActor): Promise<{ situation: string; service: string }[]> {
  const seen = await situationsOf(world, person)
  return seen.flatMap(({ card: { situation }, offers }) => offers.map(({ service }) => ({ situation, service })))
}

/** The person confirms offered services in one step. */
export async function confirm(world: World, step: ConfirmStep): Promise<void> {
  const { platform, names } = world
  const person = personOf(world, step.who)
  const offers = await offersTo(world, person)
  const missing = step.confirms.filter(service => !offers.some(offer => offer.service === service))
  const [first] = offers
  if (first === undefined || missing.length > 0)
    throw new StepImpossible(
      `not offered: ${missing.join(', ')}; offered: ${offers.map(one => one.service).join(', ') || 'nothing'}`,
    )
  const { account, ...others } = names.resolve(step.with)
  const answers = Object.fromEntries(step.confirms.map(service => [service, others as Record<string, unknown>]))
  const input = {
    situation: first.situation,
    services: [...step.confirms],
    ...(typeof account === 'string' ? { account } : {}),
    ...(Object.keys(others).length > 0 ? { answers } : {}),
  }
  heed(world, await platform.runner.call(confirmOffers, input, person))
  await settle(platform)
}
