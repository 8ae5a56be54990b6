import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  givePower as definition,
  delegateNotFound,
  delegateUnfit,
  powerChanged,
  powerCodeUnknown,
  powerNotGivable,
  powerTermUnfit,
} from '../contract/power.ts'
import { representation } from '../contract/representation.ts'
import { platform } from '../platform.ts'
import { powerScheme } from '../ports/power-scheme.ts'
import { findGivable, isWithin, lastDay } from '../powers/decide-giving.ts'
import { insertPower, listPowersBetween } from '../store/powers.ts'

/** Offers a power. Whoever acts for the principal gives no more than they may themselves. */
export const givePower = handle(definition, {
  tenant: () => platform,
  async run({ principal, delegate: wanted, scope, from, until }, context) {
    const actor = context.actor.id
    const registers = context.port(representation)
    const scheme = context.port(powerScheme).scheme()
    const today = registers.today()
    const unknown = scope.codes.findIndex(code => scheme.codes.every(entry => entry.code !== code))
    if (unknown >= 0) return refuse(powerCodeUnknown, { pointer: `/scope/codes/${unknown}` })
    if (until < from || from < today || until > lastDay(scheme, from))
      return refuse(powerTermUnfit, {
        pointer: until < from || from >= today ? '/until' : '/from',
        params: { years: scheme.years },
      })
    const standing = {
      ties: await registers.tiesOf(actor, principal),
      powers: await listPowersBetween(context.tx, platform, actor, principal),
    }
    const givable = findGivable(scheme, standing, { actor, principal, today })
    const under = givable.find(one => isWithin(one, scope, one.parent === null ? one.until : until))
    if (under === undefined) return refuse(powerNotGivable, { pointer: '/scope' })
    const delegate = await registers.findPerson(wanted)
    if (delegate === null) return refuse(delegateNotFound, { pointer: '/delegate/identifier' })
    if (delegate === actor || delegate === principal) return refuse(delegateUnfit, { pointer: '/delegate/identifier' })
    const power = context.ids.newId('power')
    const { now } = context
    insertPower(context.tx, {
      id: power,
      principal,
      delegate,
      givenBy: actor,
      parent: under.parent,
      ...scope,
      from,
      until,
      now,
    })
    context.concerns([principal, delegate], [`power:${power}`])
    await context.emit(powerChanged, {
      subject: power,
      data: { power, principal, delegate, givenBy: actor, by: actor, change: 'offered' },
    })
    return { power }
  },
})
