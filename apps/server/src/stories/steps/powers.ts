import { answerPower, endPower, givePower, listPowers } from '@tereze/access/contract'
import { getOrganisation } from '@tereze/catalogue/contract'
import { localDate } from '@tereze/foundation-operations'
import type { EndPowerStep, GivePowerStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { actorOf, heed, needed, partyOf, personOf, StepImpossible, type World } from '../world.ts'

/** A year from a day. */
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}-${day.slice(5, 7)}-01`

/** A person gives another a power for a year, for themselves or a firm; the other accepts it. */
export async function giveAPower(world: World, step: GivePowerStep): Promise<void> {
  const { platform, clock, names } = world
  const giver = actorOf(world, step)
  const { to, codes, services } = step['gives-power']
  const delegate = personOf(world, to)
  const { zone } = getOrganisation(platform.packages, 'platform')
  const today = localDate(clock.now(), zone)
  const given = await platform.runner.call(
    givePower,
    {
      principal: partyOf(giver),
      delegate: { identifier: names.resolve(`@${to}.identifier`), family: names.resolve(`@${to}.family`) },
      scope: { codes: [...codes], services: services === undefined ? null : [...services], depth: 0 },
      from: today,
      until: yearAfter(today),
    },
    giver,
  )
  const offered = heed(world, given)
  if (offered === null) return
  needed(await platform.runner.call(answerPower, { power: offered.power, accept: true }, delegate), 'the power')
  await settle(platform)
}

/** A person ends the powers in force that somebody has of them, or of the firm for which they act. */
export async function endAPower(world: World, step: EndPowerStep): Promise<void> {
  const { runner } = world.platform
  const giver = actorOf(world, step)
  const delegate = personOf(world, step['ends-power'])
  const { powers } = needed(await runner.call(listPowers, { principal: partyOf(giver) }, giver), 'the powers')
  const held = powers.filter(power => power.delegate.id === delegate.id && power.state === 'in-force')
  if (held.length === 0) throw new StepImpossible(`${step['ends-power']} has no power in force`)
  for (const { power } of held) heed(world, await runner.call(endPower, { power }, giver))
  await settle(world.platform)
}
