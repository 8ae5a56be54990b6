import { port } from '@tereze/operation'
import type { OutsideProblem } from './outside-line.ts'

/** What a consent service is asked: who, by whom, for what, on which ground, until when. */
export interface ConsentQuestion {
  /** Same id, same question. */
  readonly id: string
  readonly service: string
  readonly provider: string
  /** What the service knows the person by. */
  readonly person: string
  readonly consumer: string
  readonly contract: string
  readonly purpose: string
  readonly ground: string
  readonly until: string
}

/** What it says: the person has not answered, gave consent, or refused; or nothing, and why. */
export type ConsentAnswer =
  | { readonly state: 'asked' }
  | { readonly state: 'granted'; readonly reference: string; readonly until: string | null }
  | { readonly state: 'refused'; readonly reference: string | null }
  | { readonly problem: OutsideProblem }

/** The line to outside consent services. Talks to the outside, so never inside a transaction. */
export interface ConsentLine {
  ask(question: ConsentQuestion): Promise<ConsentAnswer>
}

/** Bound by the composition root. */
export const consentLine = port<ConsentLine>('exchange.consent-line')
