import { Instant, OrganisationId, operation, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { authorityUntrusted, certificateRevoked, RevocationCheck, revocationUnknown } from './revocation.ts'

const System = Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' })
/** PEM of a certificate or of a request. */
export const Pem = Type.String({ minLength: 1, maxLength: 20_000 })
/** Id of an authority whose certificates are taken. */
export const AuthorityId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' })

/** The certificate, or the request for one, is not taken; `reason` says why. */
export const certificateUnusable = refusal('exchange.certificate-unusable', 'invalid')
/** The certificate of the key that signed is expired or not yet valid; `reason` says which. */
export const certificateNotGood = refusal('exchange.certificate-not-good', 'unauthenticated')
/** What may be wrong with the certificate of a key that signed rightly. */
export const certificateRefusals = [
  certificateNotGood,
  certificateRevoked,
  authorityUntrusted,
  revocationUnknown,
] as const
/** The organisation has no such certificate, or took it back before. */
export const certificateNotFound = refusal('exchange.certificate-not-found', 'not-found')
/** This installation has no authority of its own yet. */
export const authorityNotFound = refusal('exchange.authority-not-found', 'not-found')
/** The renewal is not signed by a key of the system that is good now. */
export const renewalUnproved = refusal('exchange.renewal-unproved', 'unauthenticated')

/** A certificate that was given. */
export const GivenCertificate = Type.Object({
  serial: Type.String(),
  /** RFC 7638 thumbprint of the key. */
  kid: Type.String(),
  certificate: Pem,
  /** The certificates from its issuer on, PEM after PEM. */
  chain: Type.String(),
  from: Instant,
  until: Instant,
  /** From when on the next one should be asked for. */
  renew: Instant,
})

/** Certifies the key of a member's system. */
export const issueCertificateOperation = operation({
  name: 'exchange.issue-certificate',
  does: 'Certifies the key of a member’s system in X.509 by the authority of this installation; earlier keys of the system stay good until their end.',
  input: Type.Object({
    organisation: OrganisationId,
    system: System,
    /** PKCS #10 (RFC 2986), PEM, over a P-256 key. Names in it are not taken over. */
    request: Pem,
  }),
  output: GivenCertificate,
  permission: 'exchange.key.register',
  refusals: [certificateUnusable, authorityNotFound],
})

/** Certifies the next key of a system, proved by the one that it has. */
export const renewCertificate = operation({
  name: 'exchange.renew-certificate',
  does: 'Certifies the next key of a member’s system by itself: proved by a token that the present, good key signed over the request.',
  input: Type.Object({
    organisation: OrganisationId,
    request: Pem,
    /** JWT (RFC 7519), `typ` tereze-renewal+jwt: `iss` member, `exp` five minutes ahead at most, `req` base64url of SHA-256 of the request. */
    token: Type.String({ maxLength: 4000 }),
  }),
  output: GivenCertificate,
  permission: 'exchange.message.receive',
  refusals: [certificateUnusable, authorityNotFound, renewalUnproved],
})

/** Takes a certificate of an outside authority. */
export const importCertificate = operation({
  name: 'exchange.import-certificate',
  does: 'Takes the X.509 certificate of a member’s system that an outside authority issued, once its way to a trusted authority holds.',
  input: Type.Object({
    organisation: OrganisationId,
    system: System,
    certificate: Pem,
    /** Certificates between it and the authority, issuer first, PEM after PEM. */
    chain: Type.Optional(Type.String({ maxLength: 60_000 })),
  }),
  output: Type.Object({
    serial: Type.String(),
    kid: Type.String(),
    authority: AuthorityId,
    from: Instant,
    until: Instant,
  }),
  permission: 'exchange.key.register',
  refusals: [certificateUnusable],
})

/** Takes a certificate back. */
export const revokeCertificate = operation({
  name: 'exchange.revoke-certificate',
  does: 'Takes a certificate of a member back at once, as when its key was stolen; a key that the installation keeps is replaced.',
  input: Type.Object({
    organisation: OrganisationId,
    serial: Type.String({ pattern: '^[0-9a-f]{1,64}$' }),
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  output: Type.Object({ serial: Type.String() }),
  permission: 'exchange.key.register',
  refusals: [certificateNotFound],
})

/** A certificate of a member with how it stands. */
export const MemberCertificate = Type.Object({
  serial: Type.String(),
  authority: AuthorityId,
  kid: Type.String(),
  /** Null: the key that the installation keeps for the member. */
  system: Type.Union([Type.String(), Type.Null()]),
  from: Instant,
  until: Instant,
  state: Type.Enum(['good', 'ends-soon', 'expired', 'not-yet-valid', 'revoked', 'untrusted', 'unknown']),
  /** Why it was taken back. */
  why: Type.Union([Type.String(), Type.Null()]),
  /** What its authority says of it; null where that is the one of this installation. */
  check: Type.Union([RevocationCheck, Type.Null()]),
  certificate: Type.String(),
})
/** A certificate of a member. */
export type MemberCertificate = Static<typeof MemberCertificate>

/** The certificates of a member. */
export const listCertificates = operation({
  name: 'exchange.list-certificates',
  does: 'Lists the X.509 certificates of a member’s keys, newest first, and how each stands.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(MemberCertificate) }),
  permission: 'exchange.key.read',
})
