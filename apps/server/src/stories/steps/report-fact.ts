import { reportError } from '@tereze/profile/contract'
import type { FactStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { heed, personOf, type World } from '../world.ts'

/** The person reports an error in a record about them, as they would on the page of their data. */
export async function reportFact(world: World, step: FactStep): Promise<void> {
  const { platform, names } = world
  const person = personOf(world, step.who)
  const { changes = {}, ...place } = names.resolve(step['reports-fact'])
  const organisation = String(platform.packages.get('register', place.register).json.get('register.json')?.owner)
  const given = Object.entries(changes).map(([pointer, value]) => ({ pointer, value }))
  const input = { person: person.id, organisation, ...place, changes: given }
  heed(world, await platform.runner.call(reportError, input, person))
  await settle(platform)
}
