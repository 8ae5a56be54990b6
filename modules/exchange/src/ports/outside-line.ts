import { port } from '@tereze/operation'
import type { OutsideReason } from '../contract/outside-reasons.ts'

/** Why a member's own system gave no answer, in one word, with a place or a status, never with data. */
export interface OutsideProblem {
  readonly reason: OutsideReason
  readonly detail: string
}

/** What the other side says of an answer, kept as proof beside it: the hash of the request that it answers, and the request's number there. */
export interface OutsideEvidence {
  readonly requestHash: string | null
  readonly requestId: string | null
}

/** What a member's own system said: a value, nothing yet, a refusal for good, or nothing because of a problem. */
export type OutsideAnswer =
  | { readonly value: unknown; readonly evidence?: OutsideEvidence }
  | { readonly awaited: true }
  | { readonly refused: string }
  | { readonly problem: OutsideProblem }

/** What became of a question to a member's own system: it is over, it goes on, or it is to be asked anew. */
export type Carried = 'over' | 'awaited' | OutsideProblem

/** The line to the own systems of members. Talks to the outside, so never inside a transaction. */
export interface OutsideLine {
  /** Asks what a message that `awaits` is to ask, and keeps the answer; waits no longer than the contract promises. */
  carry(provider: string, message: string): Promise<Carried>
  /** Takes an answer that came by itself, later; `known` where the question is over or was never asked. */
  deliver(provider: string, message: string, answer: OutsideAnswer): Promise<Carried | 'known'>
}

/** Bound by the composition root. */
export const outsideLine = port<OutsideLine>('exchange.outside-line')
