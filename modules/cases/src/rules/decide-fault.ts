import { millisecondsOf } from '../contract/duration.ts'
import {
  type Fault,
  type FaultRule,
  type Faulty,
  faultOf,
  type NoAnswer,
  type WithoutAnswer,
} from '../contract/fault.ts'

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
