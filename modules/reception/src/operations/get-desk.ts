import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { type Desk, getDesk, hallNotFound } from '../contract/index.ts'
import { hallNow } from '../definition/hall-now.ts'
import { calledTo, ownWindow } from '../desk/at-desk.ts'
import { orderFor } from '../rules/decide-next.ts'
import { listSeats } from '../store/seats.ts'
import { listOpen } from '../store/tickets.ts'
import { viewTicket } from '../views/view-ticket.ts'

const shownNext = 10

function stateOf(sits: string | undefined, me: string): Desk['windows'][number]['state'] {
  if (sits === undefined) return 'empty'
  return sits === me ? 'mine' : 'taken'
}

/** The work at a window. */
export const getDeskHandler = handle(getDesk, {
  tenant: input => input.organisation,
  async run({ organisation, unit }, context) {
    const { tx, now, actor } = context
    const here = hallNow(context, unit)
    if (here === null) return refuse(hallNotFound, { pointer: '/unit' })
    const { hall, day } = here
    const seats = await listSeats(tx, organisation, { unit, day, official: actor.id })
    const open = await listOpen(tx, organisation, unit, day)
    const own = ownWindow({ seats, hall }, actor.id)
    const waiting = open.filter(({ state }) => state === 'waiting')
    const called = own === null ? null : calledTo(open, own.window)
    return {
      window: own?.window ?? null,
      called: called === null ? null : viewTicket(called, now),
      next: (own === null ? [] : orderFor(waiting, own)).slice(0, shownNext).map(one => viewTicket(one, now)),
      waiting: waiting.length,
      windows: hall.windows.map(({ window, groups }) => {
        const seat = seats.find(one => one.unit === unit && one.window === window)
        return { window, groups: [...groups], state: stateOf(seat?.official, actor.id) }
      }),
    }
  },
})
