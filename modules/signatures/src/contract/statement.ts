import { Instant, JsonObject, operation, protocol, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CertifiedNumber, checkLimit, fileMissing } from './check.ts'
import { authorityMissing } from './seal.ts'

/** Id of a statement. */
export const StatementId = TypedId('statement')

/** Kinds of signatures that a key makes; a simple signature is the sign-in itself and needs no statement. */
export const KeySignatureKind = Type.Union([Type.Literal('advanced'), Type.Literal('qualified')])
/** Kinds of signatures that a key makes. */
export type KeySignatureKind = Static<typeof KeySignatureKind>

/** How a statement was signed: by the key that the platform keeps for the person, confirmed by a passkey; with a certificate, elsewhere. */
export const SigningWay = Type.Union([Type.Literal('passkey'), Type.Literal('certificate')])
/** How a statement was signed. */
export type SigningWay = Static<typeof SigningWay>

/** Who signed a statement, with what, and when. */
export const SignedBy = Type.Object({
  kind: KeySignatureKind,
  way: SigningWay,
  /** As the certificate names them. */
  signer: Type.String(),
  numbers: Type.Array(CertifiedNumber),
  authority: Type.String(),
  serial: Type.String(),
  /** When the platform took the signature. */
  at: Instant,
  /** The time that a time-stamp proves. */
  provenAt: Type.Union([Instant, Type.Null()]),
})
/** Who signed a statement. */
export type SignedBy = Static<typeof SignedBy>

/** What is done with a statement when it is signed: an operation and its input. */
export const SignedAct = Type.Object({ operation: Type.String({ maxLength: 100 }), input: JsonObject })
/** What is done with a statement when it is signed. */
export type SignedAct = Static<typeof SignedAct>

/** A program that signs on a person's own machine. */
export const SigningProgram = Type.Literal('ncalayer')
/** A program that signs on a person's own machine. */
export type SigningProgram = Static<typeof SigningProgram>

/** A statement as its signer sees it. */
export const Statement = Type.Object({
  statement: StatementId,
  title: Text,
  /** What is signed: these characters in UTF-8, and nothing else. */
  text: Type.String(),
  /** SHA-256 of what is signed, hexadecimal. */
  fingerprint: Type.String(),
  needed: KeySignatureKind,
  act: SignedAct,
  until: Instant,
  signed: Type.Union([SignedBy, Type.Null()]),
  /** Programs on the signer's own machine that can sign it here; absent: none. */
  programs: Type.Optional(Type.Array(SigningProgram)),
})
/** A statement as its signer sees it. */
export type Statement = Static<typeof Statement>

/** There is no such statement of yours, or its time is over. */
export const statementNotFound = refusal('signatures.statement-not-found', 'not-found')
/** It was signed already. */
export const statementSigned = refusal('signatures.statement-signed', 'conflict')
/** A passkey confirms an advanced signature; `needed` is more. */
export const passkeyTooWeak = refusal('signatures.passkey-too-weak', 'precondition')
/** The account has no passkey, or what it answered does not fit. */
export const confirmationUnfit = refusal('signatures.confirmation-unfit', 'invalid')
/** The file is no signature beside what was shown. */
export const signatureUnreadable = refusal('signatures.signature-unreadable', 'invalid')
/** The signature does not hold; `fault` says why. */
export const signatureFaulty = refusal('signatures.signature-faulty', 'invalid')
/** The certificate names another person than the one who signed in, or no person at all. */
export const signerOther = refusal('signatures.signer-other', 'forbidden')
/** The certificate is of an organisation that the signer does not act for now. */
export const organisationOther = refusal('signatures.organisation-other', 'forbidden')
/** The signature holds and is of a weaker kind than is needed. */
export const kindTooWeak = refusal('signatures.kind-too-weak', 'precondition')

const taking = [
  statementNotFound,
  statementSigned,
  signatureUnreadable,
  signatureFaulty,
  signerOther,
  organisationOther,
  kindTooWeak,
] as const

const sign = 'signatures.statement.sign'

/** Keeps what is to be signed. */
export const prepareStatement = operation({
  name: 'signatures.prepare-statement',
  does: 'Keeps what the caller is going to sign, for a day: words that they are shown, or an operation with its input.',
  input: Type.Object({
    title: Text,
    needed: KeySignatureKind,
    act: SignedAct,
    /** What is signed; without it the operation and its input are (`signed-operation`). */
    text: Type.Optional(Type.String({ minLength: 1, maxLength: 200_000 })),
  }),
  output: Type.Object({ statement: StatementId, fingerprint: Type.String() }),
  permission: sign,
  scope: 'signatures',
  limit: 1_048_576,
})

/** A statement of the caller. */
export const getStatement = operation({
  name: 'signatures.get-statement',
  does: 'Gives a statement of the caller: what is signed, with which kind of signature, and by whom it was.',
  kind: 'query',
  input: Type.Object({ statement: StatementId }),
  output: Statement,
  permission: sign,
  scope: 'signatures',
  refusals: [statementNotFound],
})

/** What the authenticator has to be asked to confirm a signature. */
export const askPasskey = operation({
  name: 'signatures.ask-passkey',
  does: 'Gives what a browser needs to confirm a signature by a passkey; null where the caller has none.',
  kind: 'query',
  input: Type.Object({ statement: StatementId }),
  output: Type.Object({ options: Type.Union([JsonObject, Type.Null()]) }),
  permission: sign,
  scope: 'signatures',
  refusals: [statementNotFound],
})

/** Signs with the key that the platform keeps for the person. */
export const signByPasskey = operation({
  name: 'signatures.sign-by-passkey',
  does: 'Signs a statement with the key that is kept for the caller, whose passkey confirms it: an advanced signature.',
  input: Type.Object({
    statement: StatementId,
    /** What the authenticator answered (AuthenticationResponseJSON); its challenge is the SHA-256 of what is signed. */
    response: JsonObject,
    /** Where the list of revoked certificates is. */
    revocations: Type.String({ minLength: 1, maxLength: 500, pattern: '^https?://' }),
  }),
  output: SignedBy,
  permission: sign,
  scope: 'signatures',
  refusals: [statementNotFound, statementSigned, passkeyTooWeak, confirmationUnfit, authorityMissing],
})

/** Takes a signature that was made elsewhere over HTTP. */
export const bringSignature = protocol({
  name: 'signatures.bring-signature',
  does: 'Takes the signature of a statement that was made elsewhere: multipart/form-data with `file`, a CMS signature beside it.',
  method: 'POST',
  path: '/signatures/statements/:statement/signature',
  permission: sign,
  scope: 'signatures',
  refusals: [...taking, fileMissing],
  limit: checkLimit,
  audited: true,
})

/** The bytes that are signed, to sign them elsewhere. */
export const downloadStatement = protocol({
  name: 'signatures.download-statement',
  does: 'Gives the bytes of a statement of the caller, exactly as they are signed: a text in UTF-8.',
  method: 'GET',
  path: '/signatures/statements/:statement/statement.txt',
  permission: sign,
  scope: 'signatures',
  refusals: [statementNotFound],
  audited: true,
})

/** The signature of a statement, to keep it with what was signed. */
export const downloadSignature = protocol({
  name: 'signatures.download-signature',
  does: 'Gives the signature of a statement of the caller: CMS beside the text (RFC 5652).',
  method: 'GET',
  path: '/signatures/statements/:statement/statement.txt.sig',
  permission: sign,
  scope: 'signatures',
  refusals: [statementNotFound],
  audited: true,
})

/** Keeps a signature that was checked. */
export const keepSignature = operation({
  name: 'signatures.keep-signature',
  does: 'Keeps the signature of a statement that was made elsewhere and has been checked.',
  input: Type.Object({
    statement: StatementId,
    account: Type.String({ maxLength: 100 }),
    /** Base64 of the file. */
    signature: Type.String({ minLength: 1 }),
    signed: Type.Omit(SignedBy, ['at', 'way']),
  }),
  output: SignedBy,
  permission: 'signatures.statement.settle',
  refusals: [statementNotFound, statementSigned],
  limit: 16_777_216,
})

/** Whether something was signed, and by whom. */
export const findSigned = operation({
  name: 'signatures.find-signed',
  does: 'Gives a signed statement to what it was signed for: account, whom it was signed for, what was signed, the signature.',
  kind: 'query',
  input: Type.Object({ statement: StatementId }),
  output: Type.Object({
    account: Type.String(),
    actingFor: Type.Union([Type.String(), Type.Null()]),
    fingerprint: Type.String(),
    text: Type.String(),
    /** Base64 of the signature beside the text (CMS). */
    signature: Type.String(),
    signed: SignedBy,
  }),
  permission: 'signatures.statement.settle',
  refusals: [statementNotFound],
})
