import type { AnswerFault, RevocationAnswer } from '@tereze/foundation-signatures'
import type { CheckFault } from '../contract/revocation.ts'

/** What is known of one certificate, and when its authority is asked again. */
export interface KeptCheck {
  readonly status: 'good' | 'revoked' | null
  readonly saidBy: 'ocsp' | 'list' | null
  readonly saidAt: Date | null
  /** Until when a good status holds; null for others. */
  readonly goodUntil: Date | null
  readonly revokedAt: Date | null
  readonly fetchedAt: Date | null
  readonly fault: CheckFault | null
  readonly failingSince: Date | null
  readonly failures: number
  readonly due: Date
}

const minute = 60_000
const hour = 60 * minute
/** How far clocks may differ. */
const skew = 5 * minute
/** For how long an answer holds that does not say it. */
const assumedTerm = 24 * hour
/** The longest pause between two questions: what was taken back is known here within that time. */
const longestPause = hour
const longestRetry = 15 * minute

/** Whether an answer may be taken now, after what is known; the fault when not. */
function faultOf(answer: RevocationAnswer, kept: KeptCheck, now: Date): CheckFault | null {
  if (answer.from.getTime() > now.getTime() + skew) return 'not-yet-valid'
  if (answer.until !== null && answer.until <= now) return 'expired'
  // What is said signed, over an open line, can be said again by anybody: an earlier word does not undo a later one.
  const earlier = kept.saidAt !== null && answer.from < kept.saidAt
  if (earlier && (kept.status === 'revoked' || kept.saidBy === answer.by) && answer.status === 'good') return 'older'
  return null
}

/** What is known after a question that gave nothing: what was known, and the next attempt soon. */
export function failCheck(kept: KeptCheck, fault: CheckFault, now: Date): KeptCheck {
  const pause = fault === 'nowhere' ? longestPause : Math.min(minute * 2 ** Math.min(kept.failures, 10), longestRetry)
  return {
    ...kept,
    fault,
    failingSince: kept.failingSince ?? now,
    failures: kept.failures + 1,
    due: new Date(now.getTime() + pause),
  }
}

/** What is known after an answer, or after none could be taken: kept, with the moment of the next question, which is before its end. */
export function decideCheck(
  kept: KeptCheck,
  answer: RevocationAnswer | { readonly fault: AnswerFault | CheckFault },
  now: Date,
): KeptCheck {
  if ('fault' in answer) return failCheck(kept, answer.fault, now)
  const fault = faultOf(answer, kept, now)
  if (fault !== null) return failCheck(kept, fault, now)
  const ends = answer.until ?? new Date(now.getTime() + assumedTerm)
  const pause = Math.max(minute, Math.min(longestPause, (ends.getTime() - now.getTime()) / 2))
  return {
    status: answer.status,
    saidBy: answer.by,
    saidAt: answer.from,
    goodUntil: answer.status === 'good' ? ends : null,
    revokedAt: answer.status === 'revoked' ? (answer.revokedAt ?? answer.from) : null,
    fetchedAt: now,
    fault: null,
    failingSince: null,
    failures: 0,
    due: new Date(now.getTime() + pause),
  }
}
