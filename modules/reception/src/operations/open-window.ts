import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { openWindow } from '../contract/index.ts'
import { calledTo, holdQueue } from '../desk/at-desk.ts'
import { decideSeat } from '../rules/decide-seat.ts'
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
    const before = seats.find(one => one.official === actor.id)
    const left =
      before === undefined || before.unit === unit ? queue.open : await listOpen(tx, organisation, before.unit, day)
    const decided = decideSeat({
      isThere: hall.windows.some(one => one.window === window),
      sits: seats.find(one => one.unit === unit && one.window === window)?.official ?? null,
      official: actor.id,
      hasCalled: before !== undefined && calledTo(left, before.window) !== null,
    })
    if (isRefused(decided)) return decided
    if (decided === 'stays') return { window }
    if (before !== undefined) await freeFromWindow(tx, { unit: before.unit, day, window: before.window })
    await moveTo(tx, { unit, day, window, official: actor.id, now })
    return { window }
  },
})
