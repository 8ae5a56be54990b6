import type { Context } from '@tereze/foundation-operations'
import { partyOf } from '@tereze/operation'

/** The person an actor acts as: themselves or the one they act for; null for all others. */
export function personActing(context: Context): string | null {
  return partyOf(context.actor)
}

/** Owner of situations: the portal's operator. */
export const owner = 'platform'
