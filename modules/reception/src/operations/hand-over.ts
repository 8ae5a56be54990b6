import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { handOver } from '../contract/index.ts'
import { holdCalled, named } from '../desk/at-desk.ts'
import { refusedHandOver } from '../rules/refused-hand-over.ts'
import { updateHandedOver } from '../store/tickets.ts'

/** Hands the visitor over to another window. */
export const handOverHandler = handle(handOver, {
  tenant: input => input.organisation,
  async run({ unit, window }, context) {
    const held = await holdCalled(context, unit)
    if (isRefused(held)) return held
    const { hall, seats, own, called } = held
    const refused = refusedHandOver({
      isThere: hall.windows.some(one => one.window === window),
      isManned: seats.some(one => one.unit === unit && one.window === window),
      isOwn: window === own.window,
    })
    if (refused !== null) return refused
    await updateHandedOver(context.tx, called.id, window)
    return named(called)
  },
})
