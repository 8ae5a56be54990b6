import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getPower as definition, listPowers, powerNotFound } from '../contract/power.ts'
import { representation } from '../contract/representation.ts'
import { platform } from '../platform.ts'
import { powerScheme } from '../ports/power-scheme.ts'
import { actingAnswer } from '../powers/acting-answer.ts'
import { namesOf, sidesOf, viewPower } from '../powers/view-power.ts'
import { listPowerWithAbove } from '../store/powers.ts'

/** A power, for those whom it concerns: who has it, who gave it, the principal, and whoever looks after the principal's powers. */
export const getPower = handle(definition, {
  tenant: () => platform,
  async run({ power: id }, context) {
    const { actor } = context
    const registers = context.port(representation)
    const scheme = context.port(powerScheme).scheme()
    const found = await listPowerWithAbove(context.tx, platform, id)
    const power = found.find(one => one.id === id)
    const principal = actor.kind === 'person' ? actor.onBehalfOf : null
    const answer =
      principal === null
        ? null
        : await actingAnswer(context.tx, registers, scheme, {
            actor: actor.id,
            principal,
            permission: listPowers.permission,
            input: {},
          })
    const managed = answer !== null && typeof answer === 'object' ? principal : null
    const sides = power === undefined ? null : sidesOf(power, actor.id, managed)
    if (power === undefined || sides === null || (!sides.gives && !sides.has))
      return refuse(powerNotFound, { pointer: '/power' })
    return viewPower(power, found, {
      names: namesOf(context),
      scheme,
      actor: actor.id,
      managed,
      today: registers.today(),
    })
  },
})
