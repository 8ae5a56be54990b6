import { correlateMessage } from '@tereze/cases/contract'
import type { CorrelateStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { heed, officialOf, type World } from '../world.ts'

/** An official gives the cases of their organisation a message. Told at one moment, the same message is one. */
export async function correlate(world: World, step: CorrelateStep): Promise<void> {
  const { platform, clock, names } = world
  const official = officialOf(world, step.who)
  const input = {
    organisation: official.organisation,
    message: `story/${step.correlates}/${clock.now().toISOString()}`,
    name: step.correlates,
    ...(step.key === undefined ? {} : { key: step.key }),
    content: { ...names.resolve(step.with) },
  }
  heed(world, await platform.runner.call(correlateMessage, input, official))
  await settle(platform)
}
