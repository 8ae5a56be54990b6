import { OrganisationId, openScope, operation, refusal, TypedId } from '@tereze/operation'
import { Type } from 'typebox'
import { GroupLetter, hallNotFound, UnitId } from './hall.ts'

/** Id of a ticket. */
export const TicketId = TypedId('ticket')

/** The hall has no group of services with this letter. */
export const groupNotFound = refusal('reception.group-not-found', 'not-found')
/** Nobody is called before others for this reason here. */
export const privilegeNotFound = refusal('reception.privilege-not-found', 'not-found')
/** The hall receives nobody at this hour. */
export const hallClosed = refusal('reception.hall-closed', 'conflict')
/** The kiosks of a hall gave out as many tickets in a minute as they may. */
export const tooManyTickets = refusal('reception.too-many-tickets', 'conflict')
/** The numbers of a letter are used up for the day. */
export const numbersUsed = refusal('reception.numbers-used', 'conflict')

/** Takes a ticket, at a kiosk by whoever stands before it or at the desk by an official. */
export const takeTicket = operation({
  name: 'reception.take-ticket',
  does: 'Takes a ticket of the queue of a hall; no person is named.',
  input: Type.Object({
    organisation: OrganisationId,
    unit: UnitId,
    letter: GroupLetter,
    privilege: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,60}$' })),
  }),
  output: Type.Object({
    ticket: TicketId,
    /** As it is printed and called, such as `A-012`. */
    number: Type.String(),
    /** How many wait in the same group before it. */
    before: Type.Integer(),
  }),
  permission: 'reception.ticket.take',
  scope: openScope,
  refusals: [hallNotFound, groupNotFound, privilegeNotFound, hallClosed, tooManyTickets, numbersUsed],
})
