import { type Refused, refuse } from '@tereze/operation'
import { type PublicationState, publicationOwn, publicationState, remarksNeeded } from '../contract/index.ts'

/** What decides on a request: how it stands, who wrote it, who asked. */
export interface Standing {
  readonly state: PublicationState
  readonly writers: readonly string[]
  readonly requestedBy: string
}

/** States in which a request keeps others of the same package away. */
export const openStates: readonly PublicationState[] = ['review', 'approved', 'ordered']

type Late = Refused<'studio.publication-state'>
type Own = Refused<'studio.publication-own'>

const late = (state: PublicationState): Late => refuse(publicationState, { pointer: '/publication', params: { state } })

/** Separation of duties: whoever wrote something of it, or asked, decides nothing about it. */
function isOwn({ writers, requestedBy }: Standing, official: string): boolean {
  return requestedBy === official || writers.includes(official)
}

/** The state after a review, or why somebody may not review. What is returned is returned with remarks. */
export function decideReview(
  standing: Standing,
  official: string,
  { approve, remarks }: { readonly approve: boolean; readonly remarks: string },
): 'approved' | 'returned' | Late | Own | Refused<'studio.remarks-needed'> {
  if (isOwn(standing, official)) return refuse(publicationOwn, { pointer: '/publication' })
  if (standing.state !== 'review') return late(standing.state)
  if (approve) return 'approved'
  return remarks.trim() === '' ? refuse(remarksNeeded, { pointer: '/remarks' }) : 'returned'
}

/** The state after a publisher ordered it, or why they may not: only what was approved, and not one's own. */
export function decideOrder(standing: Standing, official: string): 'ordered' | Late | Own {
  if (isOwn(standing, official)) return refuse(publicationOwn, { pointer: '/publication' })
  return standing.state === 'approved' ? 'ordered' : late(standing.state)
}

/** The state after it was withdrawn, or why it is too late for that. */
export function decideWithdrawal({ state }: Standing): 'withdrawn' | Late {
  return state === 'review' || state === 'approved' ? 'withdrawn' : late(state)
}
