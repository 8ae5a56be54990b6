import { millisecondsOf } from './duration.ts'

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

/** What a source declares of its faults. */
export interface Faulty {
  readonly within: string
  readonly otherwise: Exclude<WithoutAnswer, 'go-on'> | 'wait'
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

/** What follows from an attempt that gave no answer. */
export type FaultDecision =
  /** It is tried again; `waiting`: the usual time is over, and the person is told that we wait. */
  | { readonly again: true; readonly waiting: boolean }
  | { readonly again: false; readonly fault: Fault; readonly instead: WithoutAnswer }

/** What follows from an attempt that gave no answer, after some time of waiting (milliseconds). Pure. */
export function decideFault(source: Faulty, { code, retry }: NoAnswer, waited: number): FaultDecision {
  const usual = millisecondsOf(source.within)
  if (retry && waited < usual) return { again: true, waiting: false }
  const fault = faultOf(code)
  const rule: FaultRule = source.faults?.[fault] ?? { do: source.otherwise }
  if (rule.do !== 'wait') return { again: false, fault, instead: rule.do }
  // What was declared before terms were: a wait that nothing ends but an answer, where there may be one.
  const isOver = rule.for === undefined ? !retry : waited >= usual + millisecondsOf(rule.for)
  return isOver ? { again: false, fault, instead: rule.after ?? 'ask-official' } : { again: true, waiting: true }
}

const usualCheck = 'P30D'

/** How long a source is asked again later for a fault, milliseconds. */
export function checkedFor({ faults }: Pick<Faulty, 'faults'>, fault: Fault): number {
  const rule = faults?.[fault]
  return millisecondsOf(rule?.do === 'go-on' ? (rule.for ?? usualCheck) : usualCheck)
}
