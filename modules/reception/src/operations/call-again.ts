import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { callAgain } from '../contract/index.ts'
import { holdCalled, named } from '../desk/at-desk.ts'
import { updateCalled } from '../store/tickets.ts'

/** Calls the same number once more. */
export const callAgainHandler = handle(callAgain, {
  tenant: input => input.organisation,
  async run({ unit }, context) {
    const held = await holdCalled(context, unit)
    if (isRefused(held)) return held
    await updateCalled(context.tx, held.called.id, held.own.window, context.now)
    return named(held.called)
  },
})
