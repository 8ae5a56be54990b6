/** What an authority says of one certificate. */
export interface RevocationAnswer {
  readonly by: 'ocsp' | 'list'
  readonly status: 'good' | 'revoked'
  readonly revokedAt: Date | null
  /** The moment for which it is said, and until when it may be used; null where it does not say. */
  readonly from: Date
  readonly until: Date | null
}

/** Why an answer is not taken. */
export type AnswerFault = 'unreadable' | 'not-answered' | 'wrong-chain' | 'algorithm-unsupported' | 'digest-weak'

/** How far clocks may differ, milliseconds. */
export const clockSkew = 5 * 60_000

/**
 * What holds for a signature made at a moment: revoked before it, not revoked, or not known. An answer counts when it was given
 * after the signature, or was still in force at it; of several the latest counts.
 * @param signedAt the moment that is proven: of a time-stamp, or of the check itself.
 */
export function decideRevocation(
  answers: readonly RevocationAnswer[],
  signedAt: Date,
): { readonly status: 'good' | 'revoked' | 'unknown'; readonly answer: RevocationAnswer | null } {
  const useful = answers
    .filter(
      ({ from, until }) => from.getTime() + clockSkew >= signedAt.getTime() || (until !== null && until >= signedAt),
    )
    .sort((a, b) => b.from.getTime() - a.from.getTime())
  const revoked = answers.find(
    ({ status, revokedAt }) => status === 'revoked' && (revokedAt === null || revokedAt <= signedAt),
  )
  if (revoked !== undefined) return { status: 'revoked', answer: revoked }
  const [latest] = useful
  return latest === undefined ? { status: 'unknown', answer: null } : { status: 'good', answer: latest }
}
