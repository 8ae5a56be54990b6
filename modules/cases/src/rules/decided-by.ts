type Values = Readonly<Record<string, unknown>>

interface Found {
  readonly outcome?: string
  readonly reason?: string
}

/** What a decision rests on: what the rules gave, and what people found after them, the later before the earlier. */
export interface Findings {
  readonly ruled: Values
  /** The official's review. */
  readonly review: Found & Values
  /** The official's second look after the applicant was heard. */
  readonly reconsidered: Found & Values
  readonly appeal: Found
}

/** What was decided: what the rules gave, what an official decided instead, or what the appeal turned it into. */
export function decidedBy({ ruled, review, reconsidered, appeal }: Findings, official: string | null): Values {
  const found = reconsidered.outcome === undefined ? review : reconsidered
  const upheld = appeal.outcome === 'upheld'
  const byPerson = upheld || found.outcome !== undefined
  const refusals = byPerson ? [] : (ruled.refusals ?? [])
  return {
    ...ruled,
    refusals,
    ...(found.outcome === undefined ? {} : found),
    ...(upheld ? { outcome: 'granted', refusals: [], reason: appeal.reason ?? null } : {}),
    automatic: !byPerson,
    official: byPerson ? official : null,
  }
}
