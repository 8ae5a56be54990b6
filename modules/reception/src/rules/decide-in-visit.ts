import type { VisitAnswer } from '@tereze/access/contract'

/** Doors for bytes, which name no case: the operations behind them are judged themselves. */
const aboutNoService: readonly string[] = ['cases.attachment.bring', 'cases.attachment.open']

/** A visit as far as it is judged by it. */
export interface JudgedVisit {
  readonly official: string
  readonly person: string
  readonly endsAt: string
  readonly endedAt: string | null
  readonly confirmedAt: string | null
}

/**
 * Whether an operator may do something for a visitor: the visit is open, theirs, of this person, confirmed, and all services that it is
 * about are served by agreement. What is about no service at all is outside of it.
 */
export function decideInVisit(
  visit: JudgedVisit | null,
  asked: {
    readonly official: string
    readonly visitor: string
    readonly permission: string
    readonly services: readonly string[]
  },
  served: readonly string[],
  now: Date,
): VisitAnswer {
  const isTheirs = visit !== null && visit.official === asked.official && visit.person === asked.visitor
  if (!isTheirs || visit.endedAt !== null || now.getTime() >= Date.parse(visit.endsAt)) return 'visit-over'
  if (visit.confirmedAt === null) return 'visit-unconfirmed'
  if (aboutNoService.includes(asked.permission)) return 'stands'
  const { services } = asked
  return services.length > 0 && services.every(one => served.includes(one)) ? 'stands' : 'outside-agreement'
}
