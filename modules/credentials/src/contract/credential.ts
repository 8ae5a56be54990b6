import { walletScope } from '@tereze/identity/contract'
import {
  event,
  Instant,
  OrganisationId,
  openScope,
  operation,
  PageInput,
  PersonId,
  page,
  protocol,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CredentialTypeId, documentUnfit } from './offer.ts'

/** Id of a credential that was given to a wallet. */
export const CredentialId = TypedId('credential')

/** Why a credential does not hold any more: the person or the wallet gave it up, or its result was replaced or revoked. */
export const RevokedBecause = Type.Union([
  Type.Literal('person'),
  Type.Literal('wallet'),
  Type.Literal('replaced'),
  Type.Literal('revoked'),
])
/** Why a credential does not hold any more. */
export type RevokedBecause = Static<typeof RevokedBecause>

/** A credential in a wallet, as its person sees it. */
export const CredentialCard = Type.Object({
  credential: CredentialId,
  organisation: OrganisationId,
  type: CredentialTypeId,
  title: Text,
  document: TypedId('document'),
  /** Application that fetched it; null for a wallet that did not name itself. */
  wallet: Type.Union([Type.String(), Type.Null()]),
  /** SHA-256 thumbprint of the wallet's key (RFC 7638). */
  key: Type.String(),
  issuedAt: Instant,
  expiresAt: Instant,
  revokedAt: Type.Union([Instant, Type.Null()]),
  revokedBecause: Type.Union([RevokedBecause, Type.Null()]),
})
/** A credential in a wallet. */
export type CredentialCard = Static<typeof CredentialCard>

/** The wallet's proof of its key does not hold: wrong kind, signature, audience, age or key. */
export const proofInvalid = refusal('credentials.proof-invalid', 'invalid')
/** The nonce in the proof was not given here, is older than five minutes, or came before. */
export const nonceInvalid = refusal('credentials.nonce-invalid', 'invalid')
/** The organisation gives no credential of this type. */
export const typeUnknown = refusal('credentials.type-unknown', 'not-found')
/** There is no such credential, or it is not for you. */
export const credentialNotFound = refusal('credentials.credential-not-found', 'not-found')

/** A credential was given to a wallet. */
export const credentialIssued = event({
  type: 'credentials.credential-issued',
  does: 'A credential was given to a wallet.',
  data: Type.Object({ credential: CredentialId, type: CredentialTypeId, document: TypedId('document') }),
})
/** A credential holds no more. */
export const credentialRevoked = event({
  type: 'credentials.credential-revoked',
  does: 'A credential in a wallet was revoked.',
  data: Type.Object({ credential: CredentialId, because: RevokedBecause }),
})

/** Most keys for which one request may ask credentials. */
export const batchSize = 10

/** Gives a person's result to keys of their wallet. */
export const issueCredential = operation({
  name: 'credentials.issue-credential',
  does: 'Gives a result as a credential (SD-JWT VC) to each key that a wallet proved.',
  input: Type.Object({
    organisation: OrganisationId,
    person: PersonId,
    type: CredentialTypeId,
    /** The result; null: the person's newest of this type. */
    document: Type.Union([TypedId('document'), Type.Null()]),
    /** Results that this wallet was let to; null: all of the person's. */
    within: Type.Union([Type.Array(TypedId('document'), { maxItems: 100 }), Type.Null()]),
    /** Proofs of keys (OpenID4VCI 1.0, appendix F.1), one credential for each. */
    proofs: Type.Array(Type.String({ maxLength: 8000 }), { minItems: 1, maxItems: batchSize }),
    client: Type.Union([Type.String({ maxLength: 100 }), Type.Null()]),
  }),
  output: Type.Object({
    credentials: Type.Array(Type.String()),
    /** By which the wallet tells what became of them. */
    notification: Type.String(),
  }),
  permission: 'credentials.credential.receive',
  scope: walletScope,
  assurance: 'substantial',
  refusals: [documentUnfit, typeUnknown, proofInvalid, nonceInvalid],
  emits: [credentialIssued],
})

/** A nonce for the proof of a key. */
export const giveNonce = operation({
  name: 'credentials.give-nonce',
  does: 'Gives a nonce for a wallet’s proof of its key, good once within five minutes.',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ nonce: Type.String() }),
  permission: 'credentials.issuer.read',
  scope: openScope,
})

/** What became of credentials at the wallet. */
export const noteCredential = operation({
  name: 'credentials.note-credential',
  does: 'Takes from a wallet what became of a credential; one that was deleted there is revoked.',
  input: Type.Object({
    organisation: OrganisationId,
    person: PersonId,
    notification: Type.String({ minLength: 1, maxLength: 100 }),
    what: Type.Union([Type.Literal('accepted'), Type.Literal('failed'), Type.Literal('deleted')]),
  }),
  output: Type.Object({ noted: Type.Integer() }),
  permission: 'credentials.credential.receive',
  scope: walletScope,
  refusals: [credentialNotFound],
  emits: [credentialRevoked],
})

/** The person's own credentials. */
export const listOwnCredentials = operation({
  name: 'credentials.list-own-credentials',
  does: 'Lists which of a person’s results are in wallets, newest first.',
  kind: 'query',
  input: Type.Object({ person: PersonId, ...PageInput.properties }),
  output: page(CredentialCard),
  permission: 'credentials.credential.read-own',
  scope: 'documents.read',
})

/** Results that wallets may hold. */
export const listFitDocuments = operation({
  name: 'credentials.list-fit-documents',
  does: 'Tells which of some results may be given to a wallet.',
  kind: 'query',
  input: Type.Object({ person: PersonId, documents: Type.Array(TypedId('document'), { maxItems: 100 }) }),
  output: Type.Object({ items: Type.Array(Type.Object({ document: TypedId('document'), type: CredentialTypeId })) }),
  permission: 'credentials.credential.read-own',
  scope: 'documents.read',
})

/** Revokes a person's own credential. */
export const revokeOwnCredential = operation({
  name: 'credentials.revoke-own-credential',
  does: 'Revokes a credential in a wallet; the result itself stays.',
  input: Type.Object({ organisation: OrganisationId, credential: CredentialId, person: PersonId }),
  output: Type.Object({ credential: CredentialId, revokedAt: Instant }),
  permission: 'credentials.credential.revoke-own',
  scope: 'credentials',
  refusals: [credentialNotFound],
  emits: [credentialRevoked],
})

/** The credential endpoint. */
export const giveCredential = protocol({
  name: 'credentials.give-credential',
  does: 'Gives credentials to a wallet that has an access token (OpenID4VCI 1.0, 8).',
  method: 'POST',
  path: '/credentials/:organisation/credential',
  permission: 'credentials.credential.receive',
  scope: walletScope,
  limit: 131_072,
})

/** The nonce endpoint. */
export const showNonce = protocol({
  name: 'credentials.show-nonce',
  does: 'Gives a wallet a nonce (OpenID4VCI 1.0, 7).',
  method: 'POST',
  path: '/credentials/:organisation/nonce',
  permission: 'credentials.issuer.read',
  scope: openScope,
  limit: 4096,
})

/** The notification endpoint. */
export const takeNotification = protocol({
  name: 'credentials.take-notification',
  does: 'Takes from a wallet what became of a credential (OpenID4VCI 1.0, 11).',
  method: 'POST',
  path: '/credentials/:organisation/notification',
  permission: 'credentials.credential.receive',
  scope: walletScope,
  limit: 8192,
})
