import { Instant, operation, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { signInStale } from './passkey.ts'
import { Way, WayChangeId, WayDeed, wayChanged } from './way-changed.ts'

/** A change of how somebody signs in. */
export const WayChange = Type.Object({
  change: WayChangeId,
  way: Way,
  deed: WayDeed,
  at: Instant,
  /** When its owner said that it was not them; null when they did not. */
  disownedAt: Type.Union([Instant, Type.Null()]),
})
/** A change of how somebody signs in. */
export type WayChange = Static<typeof WayChange>

/** The account has no such change, or it was disowned already. */
export const changeNotFound = refusal('identity.change-not-found', 'not-found')

/** Changes of the ways to sign in to the own account. */
export const listWayChanges = operation({
  name: 'identity.list-way-changes',
  does: 'Lists what changed of the ways to sign in to the own account lately, the newest first.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(WayChange) }),
  permission: 'identity.way.read',
})

/** Says that a change was not one's own: all else that is signed in is signed out, and what the change added opens nothing any more. */
export const disownChange = operation({
  name: 'identity.disown-change',
  does: 'Says that a change of the ways to sign in was not one’s own: ends all other sessions and what was given to applications, and takes away what the change added.',
  input: Type.Object({ change: WayChangeId }),
  output: Type.Object({
    /** Sessions that were ended. */
    ended: Type.Integer(),
    /** Whether something that opened the account was taken away. */
    takenAway: Type.Boolean(),
  }),
  permission: 'identity.way.change',
  refusals: [changeNotFound, signInStale],
  emits: [wayChanged],
})
