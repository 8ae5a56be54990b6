import { Instant, OrganisationId, openScope, operation, protocol, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { SealedThing } from './seal-use.ts'
import { CertificateSerial } from './serial.ts'

const Der = Type.String({ minLength: 1, maxLength: 20_000, pattern: '^[A-Za-z0-9+/]+=*$' })

/** The certificate of an organisation's seal. */
export const Seal = Type.Object({
  serial: CertificateSerial,
  /** Base64 of the DER of the seal's certificate and of the authority above it. */
  certificates: Type.Array(Der),
  until: Instant,
  revokedAt: Type.Union([Instant, Type.Null()]),
})
/** The certificate of an organisation's seal. */
export type Seal = Static<typeof Seal>

/** The installation has no authority yet that could certify a seal. */
export const authorityMissing = refusal('signatures.authority-missing', 'conflict')
/** The installation never had this authority, or another has taken its place meanwhile. */
export const authorityNotFound = refusal('signatures.authority-not-found', 'not-found')
/** The organisation has no seal with this number. */
export const sealNotFound = refusal('signatures.seal-not-found', 'not-found')

/** Makes sure that the installation has an authority for seals. */
export const foundAuthority = operation({
  name: 'signatures.found-authority',
  does: 'Gives the installation’s authority for seals of organisations; makes it at the first call.',
  input: Type.Object({}),
  output: Type.Object({ certificate: Der, until: Instant }),
  permission: 'signatures.authority.found',
})

/** Gives the certificate of an organisation's seal. */
export const certifySeal = operation({
  name: 'signatures.certify-seal',
  does: 'Gives the certificate of an organisation’s seal; issues one for a new key, and where it runs out or was revoked.',
  input: Type.Object({
    organisation: OrganisationId,
    /** Where the list of revoked seals is. */
    revocations: Type.String({ minLength: 1, maxLength: 500, pattern: '^https?://' }),
  }),
  output: Seal,
  permission: 'signatures.seal.certify',
  refusals: [authorityMissing],
})

/** Signs with the key of an organisation's seal. */
export const signWithSeal = operation({
  name: 'signatures.sign-with-seal',
  does: 'Signs the attributes of a document’s signature with the key of an organisation’s seal.',
  input: Type.Object({
    organisation: OrganisationId,
    serial: CertificateSerial,
    /** Base64 of what is signed: attributes of a signature, never a document. */
    bytes: Type.String({ minLength: 1, maxLength: 4000 }),
    /** What is signed; noted with the seal, so that its revocation can be weighed. */
    thing: Type.Optional(SealedThing),
  }),
  output: Type.Object({ value: Type.String() }),
  permission: 'signatures.seal.sign',
  refusals: [sealNotFound],
})

/** Revokes the certificate of a seal. */
export const revokeSeal = operation({
  name: 'signatures.revoke-seal',
  does: 'Revokes the certificate of an organisation’s seal: what it signs from now on is not valid.',
  input: Type.Object({
    organisation: OrganisationId,
    serial: CertificateSerial,
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ serial: CertificateSerial, revokedAt: Instant }),
  permission: 'signatures.seal.revoke',
  signature: 'advanced',
  refusals: [sealNotFound],
})

/** The list of revoked seals. */
export const writeRevoked = operation({
  name: 'signatures.write-revoked',
  does: 'Gives the signed list of revoked seals (RFC 5280): of the authority that certifies, with those of the ones before it, or of the one that is named.',
  kind: 'query',
  input: Type.Object({
    /** Name of the authority's key, as certificates of seals point to its list. */
    authority: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  }),
  output: Type.Object({
    list: Type.String(),
    authority: Der,
    /** Authorities that were succeeded, the newest first; none where one was named. */
    earlier: Type.Array(Type.Object({ list: Type.String(), authority: Der })),
  }),
  permission: 'signatures.revoked.read',
  refusals: [authorityMissing, authorityNotFound],
})

/** The list of revoked seals for programs of others. */
export const showRevoked = protocol({
  name: 'signatures.show-revoked',
  does: 'Gives the list of revoked seals as DER, which certificates of seals point to; with `authority` that of an authority that came later than the first.',
  method: 'GET',
  path: '/signatures/revoked.crl',
  permission: 'signatures.file.check',
  scope: openScope,
  refusals: [authorityMissing, authorityNotFound],
})

/** Answers a request for a time-stamp. */
export const answerTimestamp = operation({
  name: 'signatures.answer-timestamp',
  does: 'Says by the signature of the installation’s clock that bytes existed at this moment (RFC 3161).',
  input: Type.Object({
    /** Base64 of the request: it holds a hash, never the bytes themselves. */
    request: Type.String({ minLength: 1, maxLength: 4000 }),
  }),
  output: Type.Object({ answer: Type.String() }),
  permission: 'signatures.timestamp.answer',
  refusals: [authorityMissing],
})

/** The installation's clock for programs of others. */
export const stampTime = protocol({
  name: 'signatures.stamp-time',
  does: 'Answers requests for time-stamps over HTTP (RFC 3161, 3.4).',
  method: 'POST',
  path: '/signatures/timestamp',
  permission: 'signatures.file.check',
  scope: openScope,
  refusals: [authorityMissing],
  limit: 8192,
})
