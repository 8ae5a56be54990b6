import type { Grant, Label } from '../definition/definition.ts'
import { usualLabels } from './labels.ts'

/** Longest time for which a link may be handed out, days. */
export const longestLink = 31

/** Labels that a link may carry outside: what is only for offices and what law keeps secret never leaves by a link. */
const carried: readonly Label[] = ['open', 'personal']

/** Grants as a link hands them on. */
export function handedOn(grants: readonly Grant[]): Grant[] {
  return grants.map(grant => ({
    ...grant,
    labels: (grant.labels ?? usualLabels(grant.who)).filter(label => carried.includes(label)),
  }))
}

/** Whether a link may live until an instant. */
export function isLinkTerm(now: Date, until: string): boolean {
  const milliseconds = Date.parse(until) - now.getTime()
  return milliseconds > 0 && milliseconds <= longestLink * 86_400_000
}
