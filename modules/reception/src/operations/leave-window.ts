import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { leaveWindow, noWindow, ticketOpen } from '../contract/index.ts'
import { calledTo, holdQueue } from '../desk/at-desk.ts'
import { deleteSeat } from '../store/seats.ts'
import { freeFromWindow } from '../store/tickets.ts'

/** Leaves a window. */
export const leaveWindowHandler = handle(leaveWindow, {
  tenant: input => input.organisation,
  async run({ unit }, context) {
    const { tx, actor } = context
    const queue = await holdQueue(context, unit)
    if (isRefused(queue)) return queue
    const { day, open, seats } = queue
    const seat = seats.find(one => one.unit === unit && one.official === actor.id)
    if (seat === undefined) return refuse(noWindow)
    const { window } = seat
    if (calledTo(open, window) !== null) return refuse(ticketOpen)
    await deleteSeat(tx, { day, official: actor.id })
    await freeFromWindow(tx, { unit, day, window })
    return { window }
  },
})
