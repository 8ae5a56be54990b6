import { module } from '@tereze/foundation-operations'
import { sendVisitCodes } from './jobs/send-visit-codes.ts'
import { callAgainHandler } from './operations/call-again.ts'
import { callNextHandler } from './operations/call-next.ts'
import { confirmByCodeHandler } from './operations/confirm-by-code.ts'
import { confirmBySignatureHandler } from './operations/confirm-by-signature.ts'
import { endTicketHandler } from './operations/end-ticket.ts'
import { endVisitHandler } from './operations/end-visit.ts'
import { findVisitorHandler } from './operations/find-visitor.ts'
import { getBoardHandler } from './operations/get-board.ts'
import { getDeskHandler } from './operations/get-desk.ts'
import { getFiguresHandler } from './operations/get-figures.ts'
import { getVisitHandler } from './operations/get-visit.ts'
import { handOverHandler } from './operations/hand-over.ts'
import { leaveWindowHandler } from './operations/leave-window.ts'
import { listHallsHandler } from './operations/list-halls.ts'
import { openVisitHandler } from './operations/open-visit.ts'
import { openWindowHandler } from './operations/open-window.ts'
import { registerVisitorHandler } from './operations/register-visitor.ts'
import { sendVisitCodeHandler } from './operations/send-visit-code.ts'
import { takeTicketHandler } from './operations/take-ticket.ts'
import { onVisitConfirmed } from './subscribers/on-visit-confirmed.ts'

export { visitors } from './ports/visitors/port.ts'
export { registerVisitors } from './ports/visitors/registers.ts'
export { createVisits } from './visits/create-visits.ts'
export { inVisit } from './visits/in-visit.ts'

/** A one-stop shop: its queue with tickets without names, and visits in which an operator acts for a person who came in. */
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
    findVisitorHandler,
    registerVisitorHandler,
    openVisitHandler,
    getVisitHandler,
    sendVisitCodeHandler,
    confirmByCodeHandler,
    confirmBySignatureHandler,
    endVisitHandler,
  ],
  subscribers: [onVisitConfirmed],
  jobs: [sendVisitCodes],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
