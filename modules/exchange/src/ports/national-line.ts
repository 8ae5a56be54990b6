import { port } from '@tereze/operation'
import type { FromShep, FromSmev } from '../rules/contract-definition.ts'
import type { OutsideQuestion } from '../rules/outside-question.ts'
import type { OutsideAnswer } from './outside-line.ts'

/** A request of a national exchange that came to our door: what is answered, as HTTP. */
export interface DoorReply {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** The line to national exchanges (СМЭВ 3, ШЭП). Talks to the outside, so never inside a transaction. */
export interface NationalLine {
  /** Asks an agency outside; what is asked already is awaited. */
  ask(
    from: FromSmev | FromShep,
    question: Extract<OutsideQuestion, { kind: 'xml' }>,
    about: {
      readonly provider: string
      readonly message: string
      readonly contract: { readonly id: string; readonly version: string }
      readonly timeout: number
    },
  ): Promise<OutsideAnswer>
  /** Fetches what waits in the queues of the exchanges and answers requests that are due; how many messages are over now. */
  collect(): Promise<number>
  /** Takes a message that an exchange brings itself; null where no exchange of that name comes here. */
  take(exchange: string, channel: string, envelope: string): Promise<DoorReply | null>
}

/** Bound by the composition root. */
export const nationalLine = port<NationalLine>('exchange.national-line')
