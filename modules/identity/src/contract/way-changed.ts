import { event, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a change of how somebody signs in. */
export const WayChangeId = TypedId('change')

/** What opens an account. `account` is all of it at once: given back at a one-stop shop. */
export const Way = Type.Union([
  Type.Literal('passkey'),
  Type.Literal('password'),
  Type.Literal('code-program'),
  Type.Literal('link'),
  Type.Literal('account'),
])
/** What opens an account. */
export type Way = Static<typeof Way>

/** What was done. `code-given`: a paper code was made out that opens the account; `recovered`: it was used. */
export const WayDeed = Type.Union([
  Type.Literal('added'),
  Type.Literal('changed'),
  Type.Literal('removed'),
  Type.Literal('code-given'),
  Type.Literal('recovered'),
])
/** What was done. */
export type WayDeed = Static<typeof WayDeed>

/** How somebody signs in changed, or their account was given back: they are told. */
export const wayChanged = event({
  type: 'identity.way-changed',
  does: 'A way to sign in to an account was added, changed or removed, or the account was given back.',
  data: Type.Object({ change: WayChangeId, account: Type.String(), way: Way, deed: WayDeed }),
})
