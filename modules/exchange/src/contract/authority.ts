import { Instant, openScope, operation, protocol, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { AuthorityId, authorityNotFound, certificateUnusable, Pem } from './certificate.ts'
import { CheckFault } from './revocation.ts'

/** No such outside authority is trusted here. */
export const authorityUnknown = refusal('exchange.authority-unknown', 'not-found')

const Address = Type.Union([Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 1900 }), Type.Null()])

/** What holds while nobody knows whether a certificate was taken back: it is taken (soft), or refused (hard). */
export const WhenUnknown = Type.Enum(['take', 'refuse'])

/** Trusts an outside authority. */
export const trustAuthority = operation({
  name: 'exchange.trust-authority',
  does: 'Takes certificates of an outside authority from now on, but for those that it took back: it is asked about them by its list (RFC 5280) and by OCSP (RFC 6960). The same authority again is changed.',
  input: Type.Object({
    authority: AuthorityId,
    certificate: Pem,
    /** Its list of revoked certificates (RFC 5280, 5), PEM: where the network does not reach it. */
    revocations: Type.Optional(Type.String({ maxLength: 1_000_000 })),
    /** Where it is asked, instead of where its certificates say; null: where they say. Unchanged when not given. */
    addresses: Type.Optional(Type.Object({ list: Address, ocsp: Address })),
    /** `take` for a new authority; unchanged when not given. */
    whenUnknown: Type.Optional(WhenUnknown),
  }),
  output: Type.Object({ authority: AuthorityId, subject: Type.String(), until: Instant, revoked: Type.Integer() }),
  permission: 'exchange.peer.register',
  refusals: [certificateUnusable],
})

/** Trusts an outside authority no more. */
export const distrustAuthority = operation({
  name: 'exchange.distrust-authority',
  does: 'Trusts an outside authority no more: what is signed with keys that it certified is refused at once, until it is trusted again.',
  input: Type.Object({ authority: AuthorityId, reason: Type.String({ minLength: 3, maxLength: 500 }) }),
  output: Type.Object({ authority: AuthorityId }),
  permission: 'exchange.peer.register',
  refusals: [authorityUnknown],
})

/** An outside authority, and what is known of its certificates. */
export const TrustedAuthority = Type.Object({
  authority: AuthorityId,
  subject: Type.String(),
  until: Instant,
  /** Where it is asked, instead of where its certificates say. */
  addresses: Type.Object({
    list: Type.Union([Type.String(), Type.Null()]),
    ocsp: Type.Union([Type.String(), Type.Null()]),
  }),
  whenUnknown: WhenUnknown,
  /** Since when, and why, it is trusted no more; null while it is. */
  untrusted: Type.Union([Type.Object({ since: Instant, why: Type.String() }), Type.Null()]),
  /** Certificates of members that it issued and that are in force by their dates. */
  certificates: Type.Integer({ minimum: 0 }),
  /** Those of them that it took back, and those of which nobody knows it now. */
  revoked: Type.Integer({ minimum: 0 }),
  unknown: Type.Integer({ minimum: 0 }),
  /** When it last answered; why the last attempt gave nothing, and since when that is so. */
  answered: Type.Union([Instant, Type.Null()]),
  fault: Type.Union([CheckFault, Type.Null()]),
  since: Type.Union([Instant, Type.Null()]),
})
/** An outside authority. */
export type TrustedAuthority = Static<typeof TrustedAuthority>

/** The outside authorities. */
export const listAuthorities = operation({
  name: 'exchange.list-authorities',
  does: 'Lists the outside authorities, whether they are trusted, and what they say of the certificates of members.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(TrustedAuthority) }),
  permission: 'exchange.peer.read',
})

/** Makes the own authority. */
export const makeAuthority = operation({
  name: 'exchange.make-authority',
  does: 'Makes the X.509 authority of this installation, which certifies keys of its members; the one that there is stays.',
  input: Type.Object({}),
  output: Type.Object({ certificate: Type.String(), until: Instant }),
  permission: 'exchange.peer.register',
})

/** The authority of this installation. */
export const describeAuthority = operation({
  name: 'exchange.describe-authority',
  does: 'Gives the certificate of this installation’s authority and its fresh list of revoked certificates.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({
    certificate: Type.String(),
    /** DER (RFC 5280, 5) in base64. */
    revocations: Type.String(),
  }),
  permission: 'exchange.certificate.read',
  scope: openScope,
  refusals: [authorityNotFound],
})

/** The door for whoever checks certificates of this installation. */
export const serveAuthority = protocol({
  name: 'exchange.serve-authority',
  does: 'Gives the certificate of this installation’s authority (`certificate.pem`) or its list of revoked certificates (`revocations.crl`).',
  method: 'GET',
  path: '/exchange/v1/authority/:file',
  permission: 'exchange.certificate.read',
})
