import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { handOver, windowNotFound, windowUnfit } from '../contract/index.ts'
import { holdCalled, named } from '../desk/at-desk.ts'
import { updateHandedOver } from '../store/tickets.ts'

/** Hands the visitor over to another window. */
export const handOverHandler = handle(handOver, {
  tenant: input => input.organisation,
  async run({ unit, window }, context) {
    const held = await holdCalled(context, unit)
    if (isRefused(held)) return held
    const { hall, seats, own, called } = held
    if (!hall.windows.some(one => one.window === window)) return refuse(windowNotFound, { pointer: '/window' })
    const isManned = seats.some(one => one.unit === unit && one.window === window)
    if (!isManned || window === own.window) return refuse(windowUnfit, { pointer: '/window' })
    await updateHandedOver(context.tx, called.id, window)
    return named(called)
  },
})
