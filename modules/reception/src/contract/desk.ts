import { OrganisationId, operation, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { GroupLetter, hallNotFound, UnitId, WindowId } from './hall.ts'
import { TicketId } from './ticket.ts'

const Instant = Type.String({ format: 'date-time' })

/** A ticket as officials see it. `waited` is in seconds, to its first call or to now. */
export const QueuedTicket = Type.Object({
  ticket: TicketId,
  number: Type.String(),
  letter: GroupLetter,
  privilege: Type.Union([Type.String(), Type.Null()]),
  takenAt: Instant,
  waited: Type.Integer(),
  calls: Type.Integer(),
})
/** A ticket as officials see it. */
export type QueuedTicket = Static<typeof QueuedTicket>

/** The work at a window. */
export const Desk = Type.Object({
  /** My window; null while I sit at none in this hall. */
  window: Type.Union([WindowId, Type.Null()]),
  called: Type.Union([QueuedTicket, Type.Null()]),
  /** Those who would be called to my window next, in order; the first ten. */
  next: Type.Array(QueuedTicket),
  /** How many wait in the hall, whatever window they are for. */
  waiting: Type.Integer(),
  windows: Type.Array(
    Type.Object({
      window: WindowId,
      groups: Type.Array(GroupLetter),
      state: Type.Union([Type.Literal('empty'), Type.Literal('mine'), Type.Literal('taken')]),
    }),
  ),
})
/** The work at a window. */
export type Desk = Static<typeof Desk>

/** The hall has no such window. */
export const windowNotFound = refusal('reception.window-not-found', 'not-found')
/** Somebody else sits at the window. */
export const windowTaken = refusal('reception.window-taken', 'conflict')
/** Nobody sits at the window, or it is one's own: nobody can be handed over to it. */
export const windowUnfit = refusal('reception.window-unfit', 'conflict')
/** The official sits at no window of the hall today. */
export const noWindow = refusal('reception.no-window', 'conflict')
/** Somebody is called to the window and has to be finished first. */
export const ticketOpen = refusal('reception.ticket-open', 'conflict')
/** Nobody is called to the window. */
export const nobodyCalled = refusal('reception.nobody-called', 'conflict')
/** Nobody waits for the window. */
export const nobodyWaits = refusal('reception.nobody-waits', 'conflict')

const Hall = { organisation: OrganisationId, unit: UnitId }
const permission = 'reception.queue.work'

/** Gives the work at the official's window. */
export const getDesk = operation({
  name: 'reception.get-desk',
  does: 'Gives the work at a window: who is called, who is next, which windows are open.',
  kind: 'query',
  input: Type.Object(Hall),
  output: Desk,
  permission,
  refusals: [hallNotFound],
})

/** Sits down at a window for the day; from another window of the day one moves. */
export const openWindow = operation({
  name: 'reception.open-window',
  does: 'Sits down at a window of a hall.',
  input: Type.Object({ ...Hall, window: WindowId }),
  output: Type.Object({ window: WindowId }),
  permission,
  refusals: [hallNotFound, windowNotFound, windowTaken, ticketOpen],
})

/** Leaves the window; who was handed over to it waits for any window of the group again. */
export const leaveWindow = operation({
  name: 'reception.leave-window',
  does: 'Leaves the window of a hall.',
  input: Type.Object(Hall),
  output: Type.Object({ window: WindowId }),
  permission,
  refusals: [hallNotFound, noWindow, ticketOpen],
})

/** Calls whoever is next. */
export const callNext = operation({
  name: 'reception.call-next',
  does: 'Calls the next ticket to the window.',
  input: Type.Object(Hall),
  output: Type.Object({ ticket: TicketId, number: Type.String() }),
  permission,
  refusals: [hallNotFound, noWindow, ticketOpen, nobodyWaits],
})

/** Calls the same number once more. */
export const callAgain = operation({
  name: 'reception.call-again',
  does: 'Calls the ticket that is called to the window once more.',
  input: Type.Object(Hall),
  output: Type.Object({ ticket: TicketId, number: Type.String() }),
  permission,
  refusals: [hallNotFound, noWindow, nobodyCalled],
})

/** Ends a ticket: the visitor was served, or did not come. */
export const endTicket = operation({
  name: 'reception.end-ticket',
  does: 'Ends the ticket that is called to the window: served, or nobody came.',
  input: Type.Object({ ...Hall, outcome: Type.Union([Type.Literal('finished'), Type.Literal('no-show')]) }),
  output: Type.Object({ ticket: TicketId, number: Type.String() }),
  permission,
  refusals: [hallNotFound, noWindow, nobodyCalled],
})

/** Hands the visitor over to another window, where they are next. */
export const handOver = operation({
  name: 'reception.hand-over',
  does: 'Hands the ticket that is called to the window over to another window.',
  input: Type.Object({ ...Hall, window: WindowId }),
  output: Type.Object({ ticket: TicketId, number: Type.String() }),
  permission,
  refusals: [hallNotFound, windowNotFound, noWindow, nobodyCalled, windowUnfit],
})
