import { Instant, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a statement that a person signed. */
export const StatementId = TypedId('statement')

/** Kinds of signatures that a form may need. */
export const NeededSignature = Type.Union([Type.Literal('advanced'), Type.Literal('qualified')])

/** The form has to be signed first; `needed` is the kind of signature. */
export const signatureNeeded = refusal('cases.signature-needed', 'precondition')
/** The signature is somebody else's, or of other answers than these. */
export const signatureOther = refusal('cases.signature-other', 'precondition')
/** The signature is weaker than the form needs: `given`, not `needed`. */
export const signatureWeak = refusal('cases.signature-weak', 'precondition')
/** Nothing of the kind was signed in this case. */
export const signatureNotFound = refusal('cases.signature-not-found', 'not-found')

/** A signature of what somebody gave to a case. */
export const CaseSignature = Type.Object({
  statement: StatementId,
  kind: NeededSignature,
  /** How it was signed: by a key that the platform keeps, confirmed by a passkey, or with a certificate. */
  way: Type.Union([Type.Literal('passkey'), Type.Literal('certificate')]),
  /** As the certificate names them. */
  signer: Type.String(),
  authority: Type.String(),
  serial: Type.String(),
  at: Instant,
})
/** A signature of what somebody gave to a case. */
export type CaseSignature = Static<typeof CaseSignature>
