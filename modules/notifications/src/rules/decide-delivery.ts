import type { DeliveryProblem, Sent } from '../contract/index.ts'

/** Where a delivery goes after an attempt. */
export interface NextDelivery {
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly nextAt: Date | null
  readonly problem: DeliveryProblem | null
  /** Attempts from now on; absent: as they were counted. */
  readonly attempts?: number
}

const mostAttempts = 12
const longestPauseSeconds = 3600

/**
 * After an attempt: sent, failed for good, or again in 4, 8, 16 … seconds, at most an hour apart; given up after twelve.
 * `unreachable`: the other side could not be reached. `no-address`: the person has none for this channel. `refused`: the person
 * does not want it any more. A moment: nothing was sent, it is put off until then.
 */
export function decideDelivery(
  outcome: Sent | 'unreachable' | 'no-address' | 'refused' | Date,
  attempts: number,
  now: Date,
): NextDelivery {
  if (outcome instanceof Date) return { state: 'waiting', nextAt: outcome, problem: null, attempts: attempts - 1 }
  if (outcome === 'sent') return { state: 'sent', nextAt: null, problem: null }
  if (outcome !== 'unreachable') return { state: 'failed', nextAt: null, problem: outcome }
  if (attempts >= mostAttempts) return { state: 'failed', nextAt: null, problem: 'given-up' }
  const seconds = Math.min(2 ** (attempts + 1), longestPauseSeconds)
  return { state: 'waiting', nextAt: new Date(now.getTime() + seconds * 1000), problem: 'unreachable' }
}
