import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { openWindow, ticketOpen, windowNotFound, windowTaken } from '../contract/index.ts'
import { calledTo, holdQueue } from '../desk/at-desk.ts'
import { moveTo } from '../store/seats.ts'
import { freeFromWindow, listOpen } from '../store/tickets.ts'

/** Sits down at a window. */
export const openWindowHandler = handle(openWindow, {
  tenant: input => input.organisation,
  async run({ organisation, unit, window }, context) {
    const { tx, now, actor } = context
    const queue = await holdQueue(context, unit)
    if (isRefused(queue)) return queue
    const { hall, day, seats } = queue
    if (!hall.windows.some(one => one.window === window)) return refuse(windowNotFound, { pointer: '/window' })
    const there = seats.find(one => one.unit === unit && one.window === window)
    if (there?.official === actor.id) return { window }
    if (there !== undefined) return refuse(windowTaken, { pointer: '/window' })
    const before = seats.find(one => one.official === actor.id)
    if (before !== undefined) {
      const open = before.unit === unit ? queue.open : await listOpen(tx, organisation, before.unit, day)
      if (calledTo(open, before.window) !== null) return refuse(ticketOpen)
      await freeFromWindow(tx, { unit: before.unit, day, window: before.window })
    }
    await moveTo(tx, { unit, day, window, official: actor.id, now })
    return { window }
  },
})
