import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { hallNotFound, takeTicket } from '../contract/index.ts'
import { hallNow } from '../definition/hall-now.ts'
import { decideTicket } from '../rules/decide-ticket.ts'
import { ticketNumber } from '../rules/ticket-number.ts'
import { lockDay } from '../store/days.ts'
import { countTaken, insertTicket, listOpen } from '../store/tickets.ts'

const minute = 60_000

/** Takes a ticket. */
export const takeTicketHandler = handle(takeTicket, {
  tenant: input => input.organisation,
  async run({ organisation, unit, letter, privilege }, context) {
    const { tx, now, ids, actor } = context
    const here = hallNow(context, unit)
    if (here === null) return refuse(hallNotFound, { pointer: '/unit' })
    const { hall, day, isOpen } = here
    await lockDay(tx, unit, day)
    const isFromKiosk = actor.kind !== 'official' || actor.organisation !== organisation
    const taken = await countTaken(tx, { unit, day, letter, since: new Date(now.getTime() - minute) })
    const number = decideTicket(
      { letter, ...(privilege === undefined ? {} : { privilege }) },
      {
        groups: hall.groups.map(one => one.letter),
        privileges: hall.privileges.map(({ id }) => id),
        isOpen,
        isFromKiosk,
        perMinute: hall.perMinute,
        ...taken,
      },
    )
    if (isRefused(number)) return number
    const open = await listOpen(tx, organisation, unit, day)
    const ticket = ids.newId('ticket')
    await insertTicket(tx, { id: ticket, unit, day, letter, number, privilege: privilege ?? null, isFromKiosk, now })
    return {
      ticket,
      number: ticketNumber(letter, number),
      before: open.filter(one => one.state === 'waiting' && one.letter === letter).length,
    }
  },
})
