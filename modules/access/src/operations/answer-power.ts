import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { answerPower as definition, powerAnswered, powerChanged, powerNotFound } from '../contract/power.ts'
import { representation } from '../contract/representation.ts'
import { platform } from '../platform.ts'
import { powerState } from '../powers/power-state.ts'
import { answerOffer, listPowerWithAbove, lockPower } from '../store/powers.ts'

/** Accepts or refuses an offered power; only the one to whom it was offered, as themselves. */
export const answerPower = handle(definition, {
  tenant: () => platform,
  async run({ power: id, accept }, context) {
    const power = await lockPower(context.tx, id)
    if (power === null || power.delegate !== context.actor.id) return refuse(powerNotFound, { pointer: '/power' })
    const above = new Map((await listPowerWithAbove(context.tx, platform, id)).map(one => [one.id, one]))
    if (powerState(power, above, context.port(representation).today()) !== 'offered')
      return refuse(powerAnswered, { pointer: '/power' })
    const state = accept ? 'accepted' : 'refused'
    await answerOffer(context.tx, id, { state, now: context.now })
    const { principal, delegate, givenBy } = power
    context.concerns([principal, delegate], [`power:${id}`])
    await context.emit(powerChanged, {
      subject: id,
      data: { power: id, principal, delegate, givenBy, by: context.actor.id, change: state },
    })
    return { power: id }
  },
})
