type Values = Readonly<Record<string, unknown>>

/** A decision before it is taken: what it would say. */
export interface DraftDecision {
  readonly outcome: string | null
  readonly refusals: readonly string[]
  readonly reason: string | null
  /** Whether an official intends it, and not the rules alone. */
  readonly byOfficial: boolean
}

/** The decision that the data of a case would come to now: the official's review, or else what the rules gave. */
export function draftDecision(data: Values): DraftDecision {
  const review = (data.review ?? {}) as Values
  const byOfficial = review.outcome !== undefined
  const { outcome, refusals, reason } = byOfficial ? review : ((data.decision ?? {}) as Values)
  return {
    outcome: typeof outcome === 'string' ? outcome : null,
    refusals: Array.isArray(refusals) ? (refusals as readonly string[]) : [],
    reason: byOfficial && typeof reason === 'string' ? reason : null,
    byOfficial,
  }
}
