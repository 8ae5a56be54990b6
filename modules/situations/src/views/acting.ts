import type { Context } from '@tereze/foundation-operations'

/** The person an actor acts as: themselves or the one they act for; null for all others. */
export function personActing(context: Context): string | null {
  const { actor } = context
  return actor.kind === 'person' ? (actor.onBehalfOf ?? actor.id) : null
}

/** Owner of situations: the portal's operator. */
export const owner = 'platform'
