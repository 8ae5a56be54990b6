import { Instant, operation, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { KeySignatureKind } from './statement.ts'
import { told } from './told.ts'

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])
const Reason = Type.String({ minLength: 5, maxLength: 500 })

/** Id of an authority that was added. */
export const AuthorityId = TypedId('authority')
/** Id of a jurisdiction. */
export const JurisdictionId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$' })

/** Why a certificate cannot be trusted as an authority. */
export const AuthorityFault = Type.Union([
  Type.Literal('not-an-authority'),
  Type.Literal('may-not-certify'),
  Type.Literal('not-yet'),
  Type.Literal('expired'),
  Type.Literal('key-weak'),
  Type.Literal('digest-weak'),
  Type.Literal('algorithm-unsupported'),
  Type.Literal('signature-broken'),
  Type.Literal('extension-unknown'),
  Type.Literal('known'),
])
/** Why a certificate cannot be trusted as an authority. */
export type AuthorityFault = Static<typeof AuthorityFault>

const described = {
  ...told,
  /** What its key may be used for; null where it does not say. */
  keyUse: OrNull(
    Type.Array(
      Type.Union([Type.Literal('certificates'), Type.Literal('revocation-lists'), Type.Literal('signatures')]),
    ),
  ),
  /** Kind of its key (`rsa`, `ec`, …) and the size in bits; null for one that is not known here. */
  key: OrNull(Type.Object({ kind: Type.String(), bits: Type.Integer() })),
  isRoot: Type.Boolean(),
  /** Where it is asked about the authority itself; certificates under it name their own addresses. */
  addresses: Type.Array(Type.String()),
}

/** A certificate of a file, with all that stands against trusting it. */
export const AuthorityCandidate = Type.Object({
  ...described,
  /** Base64 of its DER. */
  certificate: Type.String(),
  faults: Type.Array(AuthorityFault),
})
/** A certificate of a file, with all that stands against trusting it. */
export type AuthorityCandidate = Static<typeof AuthorityCandidate>

/** An authority that somebody added, and what became of it. */
export const AddedAuthority = Type.Object({
  ...described,
  id: AuthorityId,
  level: KeySignatureKind,
  jurisdiction: JurisdictionId,
  state: Type.Union([Type.Literal('proposed'), Type.Literal('trusted'), Type.Literal('withdrawn')]),
  because: Type.String(),
  /** Names of those who decided. */
  proposedBy: Type.String(),
  proposedAt: Instant,
  /** Whether the caller proposed it, and therefore does not confirm it. */
  isOwn: Type.Boolean(),
  confirmedBy: OrNull(Type.String()),
  confirmedAt: OrNull(Instant),
  withdrawnBy: OrNull(Type.String()),
  withdrawnAt: OrNull(Instant),
  withdrawnBecause: OrNull(Type.String()),
})
/** An authority that somebody added, and what became of it. */
export type AddedAuthority = Static<typeof AddedAuthority>

/** Largest file of certificates, bytes. */
export const largestCertificateFile = 200_000

/** The file holds no certificates. */
export const certificatesUnreadable = refusal('signatures.certificates-unreadable', 'invalid')
/** It cannot be trusted as an authority. */
export const authorityUnfit = refusal('signatures.authority-unfit', 'invalid')
/** No jurisdiction with rules on signatures is published under this id. */
export const jurisdictionUnknown = refusal('signatures.jurisdiction-unknown', 'invalid')
/** Nothing of this id waits to be confirmed, or is trusted. */
export const proposalNotFound = refusal('signatures.proposal-not-found', 'not-found')
/** Who proposed an authority does not confirm it. */
export const proposalOwn = refusal('signatures.proposal-own', 'forbidden')
/** The fingerprint is another certificate's. */
export const fingerprintOther = refusal('signatures.fingerprint-other', 'invalid')

/** A fingerprint as people write it, of hexadecimal digits with spaces, colons or dashes between them, in the one form in which two are compared. */
export function plainFingerprint(written: string): string {
  return written.replace(/[\s:-]/g, '').toLowerCase()
}

const propose = 'signatures.authority.propose'

/** Reads a file of certificates before one of them is proposed. */
export const readAuthorities = operation({
  name: 'signatures.read-authorities',
  does: 'Reads the certificates of a file (DER, PEM, P7B), with all that stands against trusting each as an authority.',
  kind: 'query',
  input: Type.Object({
    /** Base64 of the file. */
    file: Type.String({
      minLength: 1,
      maxLength: Math.ceil(largestCertificateFile / 3) * 4,
      pattern: '^[A-Za-z0-9+/]+=*$',
    }),
  }),
  /** Fifty at most. */
  output: Type.Object({ items: Type.Array(AuthorityCandidate) }),
  permission: propose,
  refusals: [certificatesUnreadable],
})

/** Proposes an authority. */
export const proposeAuthority = operation({
  name: 'signatures.propose-authority',
  does: 'Proposes to trust an authority by its certificate; it is trusted when somebody else has confirmed it.',
  input: Type.Object({
    /** Base64 of the DER of its certificate. */
    certificate: Type.String({ minLength: 1, maxLength: 20_000, pattern: '^[A-Za-z0-9+/]+=*$' }),
    /** What its certificates are worth at most. */
    level: KeySignatureKind,
    /** By whose rules its qualified certificates are known. */
    jurisdiction: JurisdictionId,
    reason: Reason,
  }),
  output: Type.Object({ authority: AuthorityId }),
  permission: propose,
  refusals: [certificatesUnreadable, authorityUnfit, jurisdictionUnknown],
})

/** Confirms an authority that somebody else proposed. */
export const confirmAuthority = operation({
  name: 'signatures.confirm-authority',
  does: 'Confirms an authority that somebody else proposed, by the fingerprint that the authority itself publishes: its certificates are believed from now on.',
  input: Type.Object({
    authority: AuthorityId,
    /** SHA-256 of the certificate, hexadecimal; spaces, colons and dashes do not count. */
    fingerprint: Type.String({ minLength: 64, maxLength: 200 }),
  }),
  output: Type.Object({ confirmedAt: Instant }),
  permission: 'signatures.authority.confirm',
  signature: 'advanced',
  refusals: [proposalNotFound, proposalOwn, fingerprintOther, authorityUnfit],
})

/** Withdraws an authority or a proposal. */
export const withdrawAuthority = operation({
  name: 'signatures.withdraw-authority',
  does: 'Withdraws an authority that was added, or a proposal: what is signed from now on is not believed, what is proven to be older stays as it was.',
  input: Type.Object({ authority: AuthorityId, reason: Reason }),
  output: Type.Object({ withdrawnAt: Instant }),
  permission: 'signatures.authority.withdraw',
  signature: 'advanced',
  refusals: [proposalNotFound],
})

/** Whom the platform trusts by what people added. */
export const findAnchors = operation({
  name: 'signatures.find-anchors',
  does: 'Gives the authorities that people added and confirmed, those that were withdrawn since with the moment of it.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        certificate: Type.String(),
        level: KeySignatureKind,
        jurisdiction: JurisdictionId,
        withdrawnAt: OrNull(Instant),
      }),
    ),
  }),
  permission: 'signatures.authority.find',
})
