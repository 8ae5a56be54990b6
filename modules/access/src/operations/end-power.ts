import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { endPower as definition, powerChanged, powerNotFound, powerOver } from '../contract/power.ts'
import { platform } from '../platform.ts'
import { sidesOf } from '../powers/view-power.ts'
import { closePower, lockPower } from '../store/powers.ts'

/** Ends a power at once, and with it what was given on under it. Whoever acts for the principal got here by a power to look after powers. */
export const endPower = handle(definition, {
  tenant: () => platform,
  async run({ power: id, reason = null }, context) {
    const { actor } = context
    const power = await lockPower(context.tx, id)
    const sides = power === null ? null : sidesOf(power, actor.id, actor.kind === 'person' ? actor.onBehalfOf : null)
    if (power === null || sides === null || (!sides.gives && !sides.has))
      return refuse(powerNotFound, { pointer: '/power' })
    if (power.state === 'ended' || power.state === 'refused') return refuse(powerOver, { pointer: '/power' })
    await closePower(context.tx, id, { by: actor.id, reason, now: context.now })
    const { principal, delegate, givenBy } = power
    context.concerns([principal, delegate], [`power:${id}`])
    await context.emit(powerChanged, {
      subject: id,
      data: { power: id, principal, delegate, givenBy, by: actor.id, change: 'ended' },
    })
    return { power: id }
  },
})
