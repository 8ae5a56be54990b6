import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { callNext, nobodyWaits, noWindow, ticketOpen } from '../contract/index.ts'
import { calledTo, holdQueue, named, ownWindow } from '../desk/at-desk.ts'
import { orderFor } from '../rules/decide-next.ts'
import { updateCalled } from '../store/tickets.ts'

/** Calls whoever is next. */
export const callNextHandler = handle(callNext, {
  tenant: input => input.organisation,
  async run({ unit }, context) {
    const { tx, now, actor } = context
    const queue = await holdQueue(context, unit)
    if (isRefused(queue)) return queue
    const own = ownWindow(queue, actor.id)
    if (own === null) return refuse(noWindow)
    if (calledTo(queue.open, own.window) !== null) return refuse(ticketOpen)
    const [next] = orderFor(
      queue.open.filter(({ state }) => state === 'waiting'),
      own,
    )
    if (next === undefined) return refuse(nobodyWaits)
    await updateCalled(tx, next.id, own.window, now)
    return named(next)
  },
})
