import { refusal } from '@tereze/operation'

/** The input does not have the declared shape; `also` lists each wrong field. */
export const inputInvalid = refusal('operations.input-invalid', 'invalid')
/** Nobody is signed in, or the session has ended. */
export const signInNeeded = refusal('operations.sign-in-needed', 'unauthenticated')
/** Whoever signed in has not proven surely enough who they are for this; `level` is needed (RFC 9470). */
export const assuranceNeeded = refusal('operations.assurance-needed', 'unauthenticated')
/** What is wanted has to be signed first; `needed` is the kind of signature. */
export const signatureNeeded = refusal('operations.signature-needed', 'precondition')
/** It was signed with less than is needed; `given` is the kind of the signature, `needed` the one it has to be. */
export const signatureWeak = refusal('operations.signature-weak', 'precondition')
/** The signature is somebody else's, or of something else than is wanted now. */
export const signatureOther = refusal('operations.signature-other', 'precondition')
/** The policy does not allow this actor this operation. */
export const permissionMissing = refusal('operations.permission-missing', 'forbidden')
/** The application was not let do this by whoever let it in; `scope` is what it lacks (RFC 6750, 3.1). */
export const scopeMissing = refusal('operations.scope-missing', 'forbidden')
/** No application does this in somebody’s name: people do it here themselves. */
export const applicationUnfit = refusal('operations.application-unfit', 'forbidden')
/** The Idempotency-Key was used for another request. */
export const idempotencyKeyReused = refusal('operations.idempotency-key-reused', 'conflict')
/** There is no such operation. */
export const operationNotFound = refusal('operations.operation-not-found', 'not-found')
/** The body is larger than the operation takes. */
export const bodyTooLarge = refusal('operations.body-too-large', 'too-large')
/** The body is not what its content type says. */
export const bodyUnreadable = refusal('operations.body-unreadable', 'invalid')
/** The content type is not taken here. */
export const contentTypeUnsupported = refusal('operations.content-type-unsupported', 'unsupported')
/** Too many requests in too short a time. */
export const rateExceeded = refusal('operations.rate-exceeded', 'too-many')
/** A cookie-borne command from another site, or without the proof that it is from ours. */
export const requestForged = refusal('operations.request-forged', 'forbidden')
/** The platform failed; the request id tells operators where to look. */
export const platformFailed = refusal('operations.platform-failed', 'failed')

/** Refusals that any operation may give besides its own. */
export const commonRefusals = [
  inputInvalid,
  signInNeeded,
  assuranceNeeded,
  signatureNeeded,
  signatureWeak,
  signatureOther,
  permissionMissing,
  scopeMissing,
  applicationUnfit,
  idempotencyKeyReused,
  operationNotFound,
  bodyTooLarge,
  bodyUnreadable,
  contentTypeUnsupported,
  rateExceeded,
  requestForged,
  platformFailed,
] as const
