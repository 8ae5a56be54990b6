import type { ProtectStep } from '@tereze/studio/contract'
import { watchPerson } from '@tereze/vigilance/contract'
import { settle } from '../settle.ts'
import { heed, officialOf, type World } from '../world.ts'

/** A security officer puts a person under special watch. */
export async function protect(world: World, { who, protects }: ProtectStep): Promise<void> {
  const { platform, names } = world
  const officer = officialOf(world, who)
  const input = {
    organisation: officer.organisation,
    person: names.resolve(protects),
    reason: 'Protected in this story',
  }
  heed(world, await platform.runner.call(watchPerson, input, officer))
  await settle(platform)
}
