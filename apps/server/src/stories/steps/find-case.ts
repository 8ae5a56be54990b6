import { type CaseCard, getHistory, listOwnCases } from '@tereze/cases/contract'
import type { PersonActor } from '@tereze/operation'
import { headOf, needed, partyOf, StepImpossible, type World } from '../world.ts'

/** Cases of a person, the newest first: own ones and those that wait for them. */
export async function casesOf(world: World, person: PersonActor): Promise<readonly CaseCard[]> {
  // Whoever acts by a power for some services is shown the cases of these services only.
  const only = person.onBehalfOf === null || world.file.kind !== 'service' ? {} : { services: [world.file.of] }
  const reply = await world.platform.runner.call(listOwnCases, { person: partyOf(person), ...only }, person)
  return needed(reply, 'listing own cases').items
}

/** The newest case of a person under the story's service; of a situation's story any that fits. */
export async function caseOf(
  world: World,
  person: PersonActor,
  fits: (card: CaseCard) => boolean = () => true,
): Promise<CaseCard> {
  const { kind, of } = world.file
  const cards = await casesOf(world, person)
  const found = cards.find(card => (kind === 'situation' || card.service === of) && fits(card))
  if (found === undefined)
    throw new StepImpossible(`there is no such case; there are ${cards.map(card => card.service).join(', ') || 'none'}`)
  return found
}

/** The way of a case and its open tasks. */
export async function historyOf(world: World, { organisation, case: id }: Pick<CaseCard, 'organisation' | 'case'>) {
  const reply = await world.platform.runner.call(getHistory, { organisation, case: id }, headOf(organisation))
  return needed(reply, 'reading the history')
}
