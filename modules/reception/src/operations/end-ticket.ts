import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { endTicket } from '../contract/index.ts'
import { holdCalled, named } from '../desk/at-desk.ts'
import { updateEnded } from '../store/tickets.ts'

/** Ends the ticket that is called to the window. */
export const endTicketHandler = handle(endTicket, {
  tenant: input => input.organisation,
  async run({ unit, outcome }, context) {
    const held = await holdCalled(context, unit)
    if (isRefused(held)) return held
    await updateEnded(context.tx, held.called.id, outcome, context.now)
    return named(held.called)
  },
})
