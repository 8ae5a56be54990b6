import type { ConsentAnswer } from '../ports/consent-line.ts'
import { pauseAfter } from './decide-attempt.ts'

/** What becomes of a consent after its service was asked. */
export type AfterAsking =
  | { readonly state: 'granted'; readonly reference: string; readonly validUntil: string | null }
  | { readonly state: 'refused'; readonly reference: string | null; readonly validUntil: null }
  | { readonly state: 'timed-out'; readonly reference: null; readonly validUntil: null }
  | { readonly state: 'asked'; readonly due: Date; readonly reason: string | null; readonly detail: string | null }

/** Decides what becomes of a consent: what the person said holds also at the last moment; without an answer it is over with its term. */
export function decideConsent(
  consent: { readonly message: string; readonly attempts: number; readonly termEnds: Date },
  answer: ConsentAnswer,
  now: Date,
): AfterAsking {
  if ('state' in answer && answer.state === 'granted')
    return { state: 'granted', reference: answer.reference, validUntil: answer.until }
  if ('state' in answer && answer.state === 'refused')
    return { state: 'refused', reference: answer.reference, validUntil: null }
  if (now >= consent.termEnds) return { state: 'timed-out', reference: null, validUntil: null }
  const due = new Date(
    Math.min(now.getTime() + pauseAfter(consent.message, consent.attempts), consent.termEnds.getTime()),
  )
  const problem = 'problem' in answer ? answer.problem : null
  return { state: 'asked', due, reason: problem?.reason ?? null, detail: problem?.detail ?? null }
}
