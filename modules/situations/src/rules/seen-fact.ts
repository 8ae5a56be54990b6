import type { Fault } from '@tereze/cases/contract'

/** A fact as a situation sees it: what its source answered, or what it last answered and why it does not now. */
export interface SeenFact {
  readonly value: unknown
  /** The organisation whose word it is. */
  readonly source: string
  /** When it answered, and with which message; null when it never did. */
  readonly at: string | null
  readonly messageId: string | null
  /** Why there is no new answer; `behind`: what it is asked with is missing itself. */
  readonly fault?: Fault | 'behind'
  /** Whether it is asked again. */
  readonly asking?: boolean
  /** Whether what looks at it waits for it. */
  readonly holdsBack?: boolean
}

/** Facts of which nobody knows whether they still hold, so that nothing is decided on them. */
export function heldBackBy(facts: Readonly<Record<string, SeenFact | undefined>>): string[] {
  return Object.entries(facts).flatMap(([id, fact]) => (fact?.holdsBack === true ? [id] : []))
}
