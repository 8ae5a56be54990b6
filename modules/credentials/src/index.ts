import { module } from '@tereze/foundation-operations'
import { forgetEnded } from './jobs/forget-ended.ts'
import { readyAuthority } from './jobs/ready-authority.ts'
import { answerPresentationHandler } from './operations/answer-presentation.ts'
import { askToShowHandler } from './operations/ask-to-show.ts'
import { findOfferHandler } from './operations/find-offer.ts'
import { findRequestHandler } from './operations/find-request.ts'
import { getPresentationHandler } from './operations/get-presentation.ts'
import { giveNonceHandler } from './operations/give-nonce.ts'
import { issueCredentialHandler } from './operations/issue-credential.ts'
import { listFitDocumentsHandler } from './operations/list-fit-documents.ts'
import { listOwnCredentialsHandler } from './operations/list-own-credentials.ts'
import { listPresentationKindsHandler } from './operations/list-presentation-kinds.ts'
import { makeOfferHandler } from './operations/make-offer.ts'
import { noteCredentialHandler } from './operations/note-credential.ts'
import { revokeOwnCredentialHandler } from './operations/revoke-own-credential.ts'
import { signStatusListHandler } from './operations/sign-status-list.ts'
import { takeOfferHandler } from './operations/take-offer.ts'
import { verifyCredentialHandler } from './operations/verify-credential.ts'
import { giveCredentialHandler } from './protocols/give-credential.ts'
import { showIssuerHandler } from './protocols/show-issuer.ts'
import { showIssuerKeysHandler } from './protocols/show-issuer-keys.ts'
import { showNonceHandler } from './protocols/show-nonce.ts'
import { showOfferHandler } from './protocols/show-offer.ts'
import { showRequestHandler } from './protocols/show-request.ts'
import { showStatusListHandler } from './protocols/show-status-list.ts'
import { showTypeHandler } from './protocols/show-type.ts'
import { takeAnswerHandler } from './protocols/take-answer.ts'
import { takeNotificationHandler } from './protocols/take-notification.ts'
import { onCredentialIssued } from './subscribers/on-credential-issued.ts'
import { onDocumentWithdrawn } from './subscribers/on-document-withdrawn.ts'

export { issuerAt, scopeOf } from './addresses.ts'
export { credentialPackages } from './package-support.ts'
export { type Place, place } from './ports/place.ts'
export { type TokenReader, tokenReader, type WalletToken } from './ports/token-reader.ts'
export { type CredentialType, findType, listTypes, listTypesOf } from './rules/credential-types.ts'

/** Results of cases as credentials in wallets (SD-JWT VC): given by OpenID4VCI, shown by OpenID4VP, revoked by status lists. */
export const credentials = module({
  name: 'credentials',
  operations: [
    makeOfferHandler,
    findOfferHandler,
    takeOfferHandler,
    giveNonceHandler,
    issueCredentialHandler,
    noteCredentialHandler,
    listOwnCredentialsHandler,
    listFitDocumentsHandler,
    revokeOwnCredentialHandler,
    signStatusListHandler,
    verifyCredentialHandler,
    listPresentationKindsHandler,
    askToShowHandler,
    getPresentationHandler,
    findRequestHandler,
    answerPresentationHandler,
  ],
  protocols: [
    showIssuerHandler,
    showIssuerKeysHandler,
    showTypeHandler,
    showStatusListHandler,
    showOfferHandler,
    showNonceHandler,
    giveCredentialHandler,
    takeNotificationHandler,
    showRequestHandler,
    takeAnswerHandler,
  ],
  subscribers: [onCredentialIssued, onDocumentWithdrawn],
  jobs: [forgetEnded, readyAuthority],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
