import type { AccessAnswer } from './decide-access.ts'

/** How many messages of a topic one subscriber may have under way or given up; no more are put in the queue until some are taken. */
export const subscriberWindow = 20

/** What becomes of a subscription when it is looked at. */
export type HandOver = { readonly stop: string } | { readonly hand: number }

/**
 * Decides how many messages a subscriber is handed now: none without access today, none while the publisher has closed the topic, never
 * more than its window holds.
 * @param access What the grants say of this subscriber today; null where the topic is not published any more.
 * @param paused Whether the publisher has closed the topic for maintenance.
 * @param open Messages that are under way or were given up.
 */
export function decideHandOver(access: AccessAnswer | null, paused: boolean, open: number): HandOver {
  if (access === null) return { stop: 'exchange.contract-not-found' }
  if ('denied' in access) return { stop: `exchange.access-${access.denied}` }
  return { hand: paused ? 0 : Math.max(0, subscriberWindow - open) }
}
