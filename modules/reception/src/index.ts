import { module } from '@tereze/foundation-operations'
import { callAgainHandler } from './operations/call-again.ts'
import { callNextHandler } from './operations/call-next.ts'
import { endTicketHandler } from './operations/end-ticket.ts'
import { getBoardHandler } from './operations/get-board.ts'
import { getDeskHandler } from './operations/get-desk.ts'
import { getFiguresHandler } from './operations/get-figures.ts'
import { handOverHandler } from './operations/hand-over.ts'
import { leaveWindowHandler } from './operations/leave-window.ts'
import { listHallsHandler } from './operations/list-halls.ts'
import { openWindowHandler } from './operations/open-window.ts'
import { takeTicketHandler } from './operations/take-ticket.ts'

/** The queue of a one-stop shop: tickets without names, windows, the board in the hall, how long people wait. */
export const reception = module({
  name: 'reception',
  operations: [
    listHallsHandler,
    getBoardHandler,
    takeTicketHandler,
    getDeskHandler,
    openWindowHandler,
    leaveWindowHandler,
    callNextHandler,
    callAgainHandler,
    endTicketHandler,
    handOverHandler,
    getFiguresHandler,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
