import { module } from '@tereze/foundation-operations'
import { askConsents } from './jobs/ask-consents.ts'
import { checkFiles } from './jobs/check-files.ts'
import { checkRevocations } from './jobs/check-revocations.ts'
import { collectCosignatures } from './jobs/collect-cosignatures.ts'
import { collectNational } from './jobs/collect-national.ts'
import { deliverFiles } from './jobs/deliver-files.ts'
import { forgetFiles } from './jobs/forget-files.ts'
import { forgetQuestions } from './jobs/forget-questions.ts'
import { forgetTopicMessages } from './jobs/forget-topic-messages.ts'
import { handOverTopics } from './jobs/hand-over-topics.ts'
import { makeTopicFiles } from './jobs/make-topic-files.ts'
import { renewKeys } from './jobs/renew-keys.ts'
import { sealMessages } from './jobs/seal-messages.ts'
import { sendQueued } from './jobs/send-queued.ts'
import { tellLoads } from './jobs/tell-loads.ts'
import { beginFileHandler } from './operations/begin-file.ts'
import { certifyKeysHandler } from './operations/certify-keys.ts'
import { describeAuthorityHandler } from './operations/describe-authority.ts'
import { describeServiceHandler } from './operations/describe-service.ts'
import { diagnoseServiceHandler } from './operations/diagnose-service.ts'
import { discardMessageHandler } from './operations/discard-message.ts'
import { distrustAuthorityHandler } from './operations/distrust-authority.ts'
import { expectPartHandler } from './operations/expect-part.ts'
import { fetchFileHandler } from './operations/fetch-file.ts'
import { getAskedHandler } from './operations/get-asked.ts'
import { getMessageLogStateHandler } from './operations/get-message-log-state.ts'
import { getMessageProofHandler } from './operations/get-message-proof.ts'
import { grantAccessHandler } from './operations/grant-access.ts'
import { holdFileHandler } from './operations/hold-file.ts'
import { identifyClientHandler } from './operations/identify-client.ts'
import { importCertificateHandler } from './operations/import-certificate.ts'
import { issueCertificateHandler } from './operations/issue-certificate.ts'
import { keepPartHandler } from './operations/keep-part.ts'
import { listAccessHandler } from './operations/list-access.ts'
import { listAnswerTermsHandler } from './operations/list-answer-terms.ts'
import { listAskableHandler } from './operations/list-askable.ts'
import { listAuthoritiesHandler } from './operations/list-authorities.ts'
import { listCertificatesHandler } from './operations/list-certificates.ts'
import { listConsentRequestsHandler } from './operations/list-consent-requests.ts'
import { listConsentsHandler } from './operations/list-consents.ts'
import { listFilesHandler } from './operations/list-files.ts'
import { listLineMessagesHandler } from './operations/list-line-messages.ts'
import { listLoadsHandler } from './operations/list-loads.ts'
import { listMembersHandler } from './operations/list-members.ts'
import { listMessagesHandler } from './operations/list-messages.ts'
import { listOutsideCallsHandler } from './operations/list-outside-calls.ts'
import { listPausesHandler } from './operations/list-pauses.ts'
import { listPeersHandler } from './operations/list-peers.ts'
import { listQueueHandler } from './operations/list-queue.ts'
import { listSubscriptionsHandler } from './operations/list-subscriptions.ts'
import { listTopicsHandler } from './operations/list-topics.ts'
import { makeAuthorityHandler } from './operations/make-authority.ts'
import { openFileHandler } from './operations/open-file.ts'
import { pauseServiceHandler } from './operations/pause-service.ts'
import { proveEntryHandler } from './operations/prove-entry.ts'
import { readMessageHandler } from './operations/read-message.ts'
import { readTopicHandler } from './operations/read-topic.ts'
import { receiveFileHandler } from './operations/receive-file.ts'
import { registerKeyHandler } from './operations/register-key.ts'
import { registerPeerHandler } from './operations/register-peer.ts'
import { releaseFileHandler } from './operations/release-file.ts'
import { removePeerHandler } from './operations/remove-peer.ts'
import { renewCertificateHandler } from './operations/renew-certificate.ts'
import { replayMessageHandler } from './operations/replay-message.ts'
import { replayMessagesHandler } from './operations/replay-messages.ts'
import { resumeServiceHandler } from './operations/resume-service.ts'
import { retireKeyHandler } from './operations/retire-key.ts'
import { revokeAccessHandler } from './operations/revoke-access.ts'
import { revokeCertificateHandler } from './operations/revoke-certificate.ts'
import { rotateKeyHandler } from './operations/rotate-key.ts'
import { sendMessageHandler } from './operations/send-message.ts'
import { serveMessageHandler } from './operations/serve-message.ts'
import { subscribeTopicHandler } from './operations/subscribe-topic.ts'
import { trustAuthorityHandler } from './operations/trust-authority.ts'
import { unsubscribeTopicHandler } from './operations/unsubscribe-topic.ts'
import { announceFileProtocol } from './protocols/announce-file.ts'
import { deliverMessageProtocol } from './protocols/deliver-message.ts'
import { downloadFileProtocol } from './protocols/download-file.ts'
import { serveAuthorityProtocol } from './protocols/serve-authority.ts'
import { serveKeysProtocol } from './protocols/serve-keys.ts'
import { speakShepProtocol } from './protocols/speak-shep.ts'
import { speakXRoadProtocol } from './protocols/speak-xroad.ts'
import { uploadPartProtocol } from './protocols/upload-part.ts'
import { onImported } from './subscribers/on-imported.ts'
import { onRecord } from './subscribers/on-record.ts'

export { createAsking } from './asking.ts'
export { contractPackages } from './checking/check-contract.ts'
export { httpConsentLine } from './consents/http-consent-line.ts'
export { ownConsentLine } from './consents/own-consent-line.ts'
export { createNationalLine } from './national/national-line.ts'
export { type NationalPlace, NationalSettingsWrong, readNationalPlaces } from './national/national-place.ts'
export { nodeSuites, type SignatureSuite } from './national/signature-suite.ts'
export { createOutsideLine } from './outside/outside-line.ts'
export { readOutsidePlaces } from './outside/outside-place.ts'
export { createSecurityServers, type SecurityServers } from './outside/security-servers.ts'
export { type Trial, tryView } from './outside/try-view.ts'
export {
  describeXRoadService,
  listXRoadServices,
  type XRoadInquiry,
  type XRoadProblem,
  type XRoadService,
} from './outside/xroad-metaservices.ts'
export { httpPeerLine } from './peers/http-peer-line.ts'
export { type ConsentLine, consentLine } from './ports/consent-line.ts'
export { messageLogSigner } from './ports/message-log-signer.ts'
export { type NationalLine, nationalLine } from './ports/national-line.ts'
export { type OutsideLine, outsideLine } from './ports/outside-line.ts'
export { type DrawnPages, pageDrawing } from './ports/page-drawing.ts'
export { type PeerLine, peerLine } from './ports/peer-line.ts'
export { revocationLine } from './ports/revocation-line.ts'
export { messageWitnesses } from './ports/witnesses.ts'
export { exampleOf } from './rules/example-of.ts'
export { listMessageLogs } from './store/cosignatures.ts'
export { type LogProblem, type LogReport, verifyMessageLog } from './verify-message-log.ts'

/** Members, contracts and signed messages. */
export const exchange = module({
  name: 'exchange',
  operations: [
    serveMessageHandler,
    registerKeyHandler,
    listMessagesHandler,
    listMembersHandler,
    describeServiceHandler,
    listAccessHandler,
    grantAccessHandler,
    revokeAccessHandler,
    getMessageProofHandler,
    getMessageLogStateHandler,
    readMessageHandler,
    registerPeerHandler,
    removePeerHandler,
    listPeersHandler,
    certifyKeysHandler,
    rotateKeyHandler,
    retireKeyHandler,
    diagnoseServiceHandler,
    identifyClientHandler,
    sendMessageHandler,
    listQueueHandler,
    replayMessageHandler,
    discardMessageHandler,
    pauseServiceHandler,
    resumeServiceHandler,
    listAnswerTermsHandler,
    listOutsideCallsHandler,
    subscribeTopicHandler,
    unsubscribeTopicHandler,
    listTopicsHandler,
    listLoadsHandler,
    listSubscriptionsHandler,
    readTopicHandler,
    replayMessagesHandler,
    listPausesHandler,
    proveEntryHandler,
    issueCertificateHandler,
    renewCertificateHandler,
    importCertificateHandler,
    revokeCertificateHandler,
    listCertificatesHandler,
    makeAuthorityHandler,
    trustAuthorityHandler,
    distrustAuthorityHandler,
    listAuthoritiesHandler,
    describeAuthorityHandler,
    listLineMessagesHandler,
    listConsentsHandler,
    listConsentRequestsHandler,
    beginFileHandler,
    expectPartHandler,
    fetchFileHandler,
    holdFileHandler,
    releaseFileHandler,
    keepPartHandler,
    listFilesHandler,
    listAskableHandler,
    getAskedHandler,
    openFileHandler,
    receiveFileHandler,
  ],
  subscribers: [onRecord, onImported],
  jobs: [
    sealMessages,
    renewKeys,
    tellLoads,
    makeTopicFiles,
    handOverTopics,
    sendQueued,
    forgetQuestions,
    forgetTopicMessages,
    collectNational,
    askConsents,
    checkFiles,
    checkRevocations,
    collectCosignatures,
    deliverFiles,
    forgetFiles,
  ],
  protocols: [
    deliverMessageProtocol,
    serveKeysProtocol,
    serveAuthorityProtocol,
    speakXRoadProtocol,
    speakShepProtocol,
    announceFileProtocol,
    uploadPartProtocol,
    downloadFileProtocol,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
