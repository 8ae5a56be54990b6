import type { OutsideAnswer } from '../../ports/outside-line.ts'
import type { SmevSaid } from './read-smev.ts'
import type { RejectionCode } from './smev-message.ts'

/** Faults after which the same request is refused however often it is sent: what it says is wrong. */
const wrongForGood = new Set(['InvalidContent', 'StaleMessageId', 'InvalidMessageIdFormat', 'EndOfLifeReached'])

/** What a fault that СМЭВ gives to a request means: it has it already, it will never take it, or it may pass. */
export function decideSmevFault(fault: string): OutsideAnswer {
  if (fault === 'MessageIsAlreadySent') return { awaited: true }
  return wrongForGood.has(fault) ? { refused: fault } : { problem: { reason: 'fault', detail: fault } }
}

/** Categories of `AsyncProcessingStatus` after which no answer comes any more. */
const lost = new Set([
  'requestIsRejectedBySmev',
  'undeliverable',
  'cancelled',
  'doesNotExist',
  'responseIsRejectedBySmev',
])

/** What a message from the queue of answers means for the question, before its content is looked at; null when it has content. */
export function decideSmevSaid(said: SmevSaid, none: readonly string[]): OutsideAnswer | null {
  switch (said.kind) {
    case 'rejected':
      return none.includes(said.code) ? { value: null } : { refused: said.code.slice(0, 60) }
    case 'status':
      return { awaited: true }
    case 'processing':
      return lost.has(said.category)
        ? { problem: { reason: 'fault', detail: (said.fault ?? said.category).slice(0, 60) } }
        : { awaited: true }
    case 'content':
      return null
  }
}

const denied = new Set(['exchange.access-not-granted', 'exchange.consent-refused', 'exchange.consent-timed-out'])

/** How a request is rejected that our own exchange refused under a code. */
export function rejectionOf(code: string): RejectionCode {
  if (denied.has(code)) return 'ACCESS_DENIED'
  return code === 'exchange.contract-not-found' ? 'UNKNOWN_REQUEST_DESCRIPTION' : 'FAILURE'
}
