import type { QueuedTicket } from '../contract/index.ts'
import { ticketNumber } from '../rules/ticket-number.ts'
import type { OpenTicket } from '../store/tickets.ts'

/** A ticket as officials see it at a moment. */
export function viewTicket(ticket: OpenTicket, now: Date): QueuedTicket {
  const { id, letter, number, privilege, takenAt, firstCalledAt, calls } = ticket
  const until = firstCalledAt === null ? now.getTime() : Date.parse(firstCalledAt)
  return {
    ticket: id,
    number: ticketNumber(letter, number),
    letter,
    privilege,
    takenAt,
    waited: Math.max(0, Math.round((until - Date.parse(takenAt)) / 1000)),
    calls,
  }
}
