import { Instant, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** The certificate of the key that signed was taken back, here or by its authority. */
export const certificateRevoked = refusal('exchange.certificate-revoked', 'unauthenticated')
/** The authority that issued the certificate of the key that signed is trusted here no more. */
export const authorityUntrusted = refusal('exchange.authority-untrusted', 'unauthenticated')
/** Nobody knows today whether the certificate was taken back, and its authority's are taken only when that is known. It may pass. */
export const revocationUnknown = refusal('exchange.revocation-unknown', 'unavailable')

/** Why an authority could not be asked, or its answer is not taken. */
export const CheckFault = Type.Enum([
  // The line.
  'address-forbidden',
  'unreachable',
  'timed-out',
  'cut',
  'too-large',
  'not-served',
  // The answer.
  'unreadable',
  'not-answered',
  'wrong-chain',
  'algorithm-unsupported',
  'digest-weak',
  'expired',
  'not-yet-valid',
  'older',
  // Neither the certificate nor who trusts its authority says where to ask.
  'nowhere',
])
/** Why an authority could not be asked, or its answer is not taken. */
export type CheckFault = Static<typeof CheckFault>

/** What an outside authority says of a certificate, or of the one on its way of which least is known. */
export const RevocationCheck = Type.Object({
  /** `unknown`: nothing was said, or what was said is over. */
  status: Type.Enum(['good', 'revoked', 'unknown']),
  /** The moment for which it was said, and until when it holds. */
  saidAt: Type.Union([Instant, Type.Null()]),
  until: Type.Union([Instant, Type.Null()]),
  /** Why the last attempt to learn more gave nothing, and since when that is so. */
  fault: Type.Union([CheckFault, Type.Null()]),
  since: Type.Union([Instant, Type.Null()]),
})
/** What an outside authority says of a certificate. */
export type RevocationCheck = Static<typeof RevocationCheck>
