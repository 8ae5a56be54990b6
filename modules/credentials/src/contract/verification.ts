import { Instant, OrganisationId, openScope, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CredentialTypeId } from './offer.ts'

/** What keeps a credential from being believed. */
export const CredentialFault = Type.Union([
  /** It is no SD-JWT VC. */
  Type.Literal('malformed'),
  /** Its issuer is nobody whom this installation trusts. */
  Type.Literal('issuer-unknown'),
  /** The issuer's signature does not hold, or was made by an algorithm that is not accepted. */
  Type.Literal('signature-broken'),
  /** What was disclosed is not what was signed (RFC 9901, 7.1). */
  Type.Literal('disclosure-broken'),
  /** It does not hold yet, or no more. */
  Type.Literal('expired'),
  /** Its issuer revoked it. */
  Type.Literal('revoked'),
  /** The holder did not prove the key that it is bound to. */
  Type.Literal('holder-unproven'),
  /** The proof is about another question: its audience, nonce or hash is wrong, or it is old. */
  Type.Literal('proof-mismatched'),
  /** It is of another type than was asked for. */
  Type.Literal('type-wrong'),
  /** A claim that was asked for is missing. */
  Type.Literal('claim-missing'),
])
/** What keeps a credential from being believed. */
export type CredentialFault = Static<typeof CredentialFault>

/** A claim with its name in all languages. */
export const ShownClaim = Type.Object({
  path: Type.Array(Type.String()),
  label: Text,
  value: Type.Unknown(),
})
/** A claim with its name in all languages. */
export type ShownClaim = Static<typeof ShownClaim>

/** What a credential says and whether it is to be believed; nothing of what it says is told when it is not signed by whom it names. */
export const CheckedCredential = Type.Object({
  fault: Type.Union([CredentialFault, Type.Null()]),
  organisation: Type.Union([OrganisationId, Type.Null()]),
  type: Type.Union([CredentialTypeId, Type.Null()]),
  title: Type.Union([Text, Type.Null()]),
  issuedAt: Type.Union([Instant, Type.Null()]),
  expiresAt: Type.Union([Instant, Type.Null()]),
  revokedAt: Type.Union([Instant, Type.Null()]),
  claims: Type.Array(ShownClaim),
})
/** What a credential says and whether it is to be believed. */
export type CheckedCredential = Static<typeof CheckedCredential>

/** Anyone's check of a credential that somebody gave them as a text. */
export const verifyCredential = operation({
  name: 'credentials.verify-credential',
  does: 'Tells whether a credential is genuine and still holds, and what it discloses; not whether who shows it is its holder.',
  input: Type.Object({ credential: Type.String({ minLength: 1, maxLength: 50_000 }) }),
  output: CheckedCredential,
  permission: 'credentials.credential.verify',
  scope: openScope,
})
