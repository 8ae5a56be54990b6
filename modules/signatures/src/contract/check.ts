import { Instant, openScope, protocol, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])

/** A number of a person or an organisation that a certificate states, such as an ИИН. */
export const CertifiedNumber = Type.Object({
  /** Kind of the number in its jurisdiction. */
  kind: Type.String(),
  of: Type.Union([Type.Literal('person'), Type.Literal('organisation')]),
  title: Text,
  value: Type.String(),
})
/** A number that a certificate states. */
export type CertifiedNumber = Static<typeof CertifiedNumber>

/** Whom a certificate names. */
export const CertifiedName = Type.Object({
  name: Type.String(),
  organisation: OrNull(Type.String()),
})
/** Whom a certificate names. */
export type CertifiedName = Static<typeof CertifiedName>

/** What is wrong with a signature, or why it cannot be said that nothing is. */
export const CheckedFault = Type.Union([
  Type.Literal('content-changed'),
  Type.Literal('signature-broken'),
  Type.Literal('attributes-missing'),
  Type.Literal('digest-weak'),
  Type.Literal('algorithm-unsupported'),
  Type.Literal('certificate-missing'),
  Type.Literal('certificate-swapped'),
  Type.Literal('chain-unknown'),
  Type.Literal('certificate-expired'),
  Type.Literal('certificate-early'),
  Type.Literal('certificate-unusable'),
  Type.Literal('certificate-revoked'),
  Type.Literal('revocation-unknown'),
  Type.Literal('form-wrong'),
  Type.Literal('ids-doubled'),
  Type.Literal('covers-part'),
])

/** One signature of a file, as it was found. */
export const CheckedSignature = Type.Object({
  format: Type.Union([Type.Literal('cms'), Type.Literal('pdf'), Type.Literal('xml'), Type.Literal('jws')]),
  /** TOTAL-PASSED, TOTAL-FAILED, INDETERMINATE of ETSI EN 319 102-1. */
  verdict: Type.Union([Type.Literal('valid'), Type.Literal('invalid'), Type.Literal('indeterminate')]),
  /** What is wrong, or not known; null where the signature is valid. */
  fault: OrNull(CheckedFault),
  level: OrNull(Type.Union([Type.Literal('advanced'), Type.Literal('qualified')])),
  signer: OrNull(CertifiedName),
  numbers: Type.Array(CertifiedNumber),
  roles: Type.Array(Text),
  authority: OrNull(CertifiedName),
  certificate: OrNull(
    Type.Object({ serial: Type.String(), from: Instant, until: Instant, fingerprint: Type.String() }),
  ),
  chain: Type.Array(CertifiedName),
  claimedAt: OrNull(Instant),
  provenAt: OrNull(Instant),
  revocation: Type.Object({
    status: Type.Union([Type.Literal('good'), Type.Literal('revoked'), Type.Literal('unknown')]),
    by: OrNull(Type.Union([Type.Literal('ocsp'), Type.Literal('list')])),
    from: OrNull(Instant),
    revokedAt: OrNull(Instant),
  }),
  covers: Type.Union([Type.Literal('whole'), Type.Literal('earlier-version'), Type.Literal('part')]),
  /** A time-stamp over the document instead of somebody's signature. */
  isTimestamp: Type.Boolean(),
  namesCertificate: Type.Boolean(),
  algorithm: Type.String(),
})
/** One signature of a file, as it was found. */
export type CheckedSignature = Static<typeof CheckedSignature>

/** What a check of a file found. */
export const SignatureCheck = Type.Object({
  kind: Type.Union([
    Type.Literal('signed'),
    Type.Literal('not-signed'),
    Type.Literal('unreadable'),
    Type.Literal('content-missing'),
  ]),
  /** SHA-256 of the file, hexadecimal. */
  fingerprint: Type.String(),
  checkedAt: Instant,
  signatures: Type.Array(CheckedSignature),
})
/** What a check of a file found. */
export type SignatureCheck = Static<typeof SignatureCheck>

/** Largest request of a check, bytes: two files and what stands around them. */
export const checkLimit = 10_485_760

/** No file came with the request. */
export const fileMissing = refusal('signatures.file-missing', 'invalid')

/** Anyone's check of a signed file. The file is not kept. */
export const checkFile = protocol({
  name: 'signatures.check-file',
  does: 'Checks the signatures of a file: multipart/form-data with `file`, and `content` where the signature stands beside it.',
  method: 'POST',
  path: '/signatures/check',
  permission: 'signatures.file.check',
  scope: openScope,
  refusals: [fileMissing],
  limit: checkLimit,
  audited: true,
})
