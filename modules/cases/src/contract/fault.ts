/** What is wrong with a source: no answer in time, no answer at all, or one that cannot be believed. */
export type Fault = 'late' | 'dead' | 'lying'

/** What is done without an answer: a person is asked, the case goes on and the source is asked again later, or the decision sees nothing. */
export type WithoutAnswer = 'ask-applicant' | 'ask-official' | 'go-on' | 'refuse'

/** What a source's service declares for a fault. */
export interface FaultRule {
  readonly do: WithoutAnswer | 'wait'
  /** How long is waited beyond the usual time, or asked later. */
  readonly for?: string
  /** What is done when the wait is over. */
  readonly after?: WithoutAnswer
}

/** What a source declares of being asked again: before which decisions, and what is done when it then gives no answer. */
export interface Renewal {
  readonly before: readonly string[]
  /** go-on: with the answer that there is, and the source is asked again later. Applicants are asked by forms only, which are over then. */
  readonly otherwise: Exclude<WithoutAnswer, 'ask-applicant'>
}

/** What a source declares of its faults. */
export interface Faulty {
  readonly within: string
  readonly otherwise: WithoutAnswer | 'wait'
  readonly faults?: Readonly<Partial<Record<Fault, FaultRule>>>
}

/** Why there is no answer: the code of the exchange, and whether another attempt may give one. */
export interface NoAnswer {
  readonly code: string
  readonly retry: boolean
}

/** The code under which an answer is known that did not come while one attempt lasted. */
export const lateCode = 'cases.source-late'

const lies: ReadonlySet<string> = new Set([
  'exchange.reply-wrong',
  'exchange.signature-invalid',
  'exchange.member-answer-wrong',
  'exchange.answer-unbound',
])
const delays: ReadonlySet<string> = new Set([
  lateCode,
  'exchange.answer-awaited',
  'exchange.message-stale',
  'exchange.rate-exceeded',
])

/** Which fault a code of the exchange tells: a wrong signature or shape is a lie, a working member that is not ready is late, anything else dead. */
export function faultOf(code: string): Fault {
  if (lies.has(code)) return 'lying'
  return delays.has(code) ? 'late' : 'dead'
}
