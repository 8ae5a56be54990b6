import type { RegisteredPower } from '../ports/powers-registry.ts'

const hour = 3_600_000

/** What follows from the answers of a register on a power and those above it. */
export interface AskingDecision {
  /** `silent`: nothing is known anew. */
  readonly says: 'in-force' | 'revoked' | 'silent'
  /** When it is asked again; null: never. */
  readonly next: Date | null
}

/**
 * What the answers on a power and on all above it say together: one that is revoked or not there ends it, one that does not come leaves
 * it open. Asked again each day, after silence each hour, after its last day or a revocation no more.
 * @param answers nearest first; null: no answer.
 */
export function decideAsking(
  answers: readonly (RegisteredPower | null)[],
  { today, until, now }: { readonly today: string; readonly until: string; readonly now: Date },
): AskingDecision {
  if (answers.some(answer => answer !== null && answer.state !== 'in-force')) return { says: 'revoked', next: null }
  const says = answers.includes(null) ? 'silent' : 'in-force'
  const wait = says === 'silent' ? hour : 24 * hour
  return { says, next: today > until ? null : new Date(now.getTime() + wait) }
}
