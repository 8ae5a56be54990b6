import { type Fault, type FaultRule, faultOf, millisecondsOf, type NoAnswer } from '@tereze/cases/contract'
import type { SituationSource } from '../definition/situation.ts'

/** What follows for a situation from a source that gave no answer. */
export interface MissingSource {
  readonly fault: Fault
  /** Whether the source is asked again. */
  readonly again: boolean
  /** Whether its usual time is over: it is asked less often. */
  readonly isPatient: boolean
  /** Whether what looks at it waits for it; otherwise it is decided on as if nobody knew. */
  readonly holdsBack: boolean
}

/** How long a source is asked again where its package names no term. */
export const usualTerm = 'P30D'

/**
 * What follows from a source that gave no answer, when a situation has waited for it so long (milliseconds): within its time it is asked
 * again and again; then `wait` holds back what looks at it until the term is over, `go-on` does not and asks on all the same, everything else
 * ends the asking. What an official would have to be asked is not offered by itself. Pure.
 */
export function decideMissing(
  source: Pick<SituationSource, 'within' | 'otherwise' | 'faults'>,
  { code, retry }: NoAnswer,
  waited: number,
): MissingSource {
  const fault = faultOf(code)
  const usual = millisecondsOf(source.within)
  if (retry && waited < usual) return { fault, again: true, isPatient: false, holdsBack: true }
  const rule: FaultRule = source.faults?.[fault] ?? { do: source.otherwise }
  const isOver = waited >= usual + millisecondsOf(rule.for ?? usualTerm)
  const instead = rule.do === 'wait' && isOver ? (rule.after ?? 'ask-official') : rule.do
  return {
    fault,
    again: instead === 'wait' || (instead === 'go-on' && !isOver),
    isPatient: true,
    holdsBack: instead === 'wait' || instead === 'ask-official',
  }
}

/** Whether a service looks at one of some facts when it is decided whether it is due. Pure. */
export function looksAt(
  { when, decision }: { readonly when: string; readonly decision?: { readonly data: unknown } },
  facts: readonly string[],
): boolean {
  const told = `${when} ${JSON.stringify(decision?.data ?? null)}`
  return facts.some(id => new RegExp(`\\bfacts\\.${id}\\b`).test(told))
}
