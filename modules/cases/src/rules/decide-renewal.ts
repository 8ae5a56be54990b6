import type { Fault, FaultRule, Faulty, Renewal } from '../contract/fault.ts'
import { isStale } from './is-stale.ts'

/** What must be known of a source to tell whether it is asked again. */
interface Renewable {
  readonly id: string
  readonly fresh?: string
  readonly again?: Renewal
}

/** What must be known of an answer. */
interface Answered {
  readonly state: string
  readonly at: string
}

/**
 * The sources that are asked again before a decision: those that declare it and whose answer is older than they want it. With them
 * those that declare it and were not needed so far, since what the others say now may need them. One that gave no answer is not:
 * what its service declares for that has been done. Pure.
 */
export function decideRenewal<S extends Renewable>(
  sources: readonly S[],
  decision: string,
  facts: Readonly<Record<string, Answered | undefined>>,
  now: Date,
): readonly S[] {
  const declared = sources.filter(({ again }) => again?.before.includes(decision) === true)
  const isOld = (source: S): boolean => {
    const fact = facts[source.id]
    return fact !== undefined && fact.state !== 'missing' && isStale(source, fact, now)
  }
  if (!declared.some(isOld)) return []
  return declared.filter(source => facts[source.id] === undefined || isOld(source))
}

/** What is done without an answer where the applicant cannot be asked any more. */
function withoutForms(rule: FaultRule, otherwise: Renewal['otherwise']): FaultRule {
  if (rule.do === 'ask-applicant') return { do: otherwise }
  return rule.after === 'ask-applicant' ? { ...rule, after: otherwise } : rule
}

/**
 * A source as it is asked again: its declared waits hold, and where the applicant would be asked or nothing is declared, what it
 * declares for being asked again. Pure.
 */
export function asRenewed<S extends Partial<Faulty> & Renewable>(source: S): S {
  const { again, faults = {} } = source
  if (again === undefined) return source
  const rules = Object.entries(faults).map(([fault, rule]) => [fault, withoutForms(rule, again.otherwise)] as const)
  return {
    ...source,
    otherwise: again.otherwise,
    faults: Object.fromEntries(rules) as Partial<Record<Fault, FaultRule>>,
  }
}
