import { module } from '@tereze/foundation-operations'
import { armStarts } from './jobs/arm-starts.ts'
import { askLater } from './jobs/ask-later.ts'
import { beginByWaitingMessages } from './jobs/begin-by-messages.ts'
import { beginCases } from './jobs/begin-cases.ts'
import { closeDelivered } from './jobs/close-delivered.ts'
import { endDelegationsJob } from './jobs/end-delegations.ts'
import { fetchFacts } from './jobs/fetch-facts.ts'
import { fireStartTimers } from './jobs/fire-start-timers.ts'
import { forgetAttachments } from './jobs/forget-attachments.ts'
import { deliverMessages, deliverSignals, fireTimers } from './jobs/give-due.ts'
import { heedDeadlines } from './jobs/heed-deadlines.ts'
import { lapseSignatories } from './jobs/lapse-signatories.ts'
import { forgetMessages, matchWaiting } from './jobs/match-messages.ts'
import { workBatches } from './jobs/work-batches.ts'
import { answerTaskHandler } from './operations/answer-task.ts'
import { appealDecisionHandler } from './operations/appeal-decision.ts'
import { askSignatoriesHandler } from './operations/ask-signatories.ts'
import { beginActivityHandler } from './operations/begin-activity.ts'
import { changeDataHandler } from './operations/change-data.ts'
import { checkMigrationHandler } from './operations/check-migration.ts'
import { claimTaskHandler } from './operations/claim-task.ts'
import { claimTasksHandler } from './operations/claim-tasks.ts'
import { commentCaseHandler } from './operations/comment-case.ts'
import { compareVersionsInUseHandler } from './operations/compare-versions-in-use.ts'
import { completeTaskHandler } from './operations/complete-task.ts'
import { completeTasksHandler } from './operations/complete-tasks.ts'
import { correlateMessageHandler } from './operations/correlate-message.ts'
import { declineSignatureHandler } from './operations/decline-signature.ts'
import { delegateTaskHandler } from './operations/delegate-task.ts'
import { deleteFilterHandler } from './operations/delete-filter.ts'
import { draftDestructionHandler } from './operations/draft-destruction.ts'
import { dropDestructionHandler } from './operations/drop-destruction.ts'
import { erasePersonHandler } from './operations/erase-person.ts'
import { extendDeadlineHandler } from './operations/extend-deadline.ts'
import { fileApplicationHandler } from './operations/file-application.ts'
import { getAnnexHandler } from './operations/get-annex.ts'
import { getBatchHandler } from './operations/get-batch.ts'
import { getCaseHandler } from './operations/get-case.ts'
import { getCaseServiceHandler } from './operations/get-case-service.ts'
import { getDestructionHandler } from './operations/get-destruction.ts'
import { getFiledHandler } from './operations/get-filed.ts'
import { getHistoryHandler } from './operations/get-history.ts'
import { getOwnAnnexHandler } from './operations/get-own-annex.ts'
import { getOwnCaseHandler } from './operations/get-own-case.ts'
import { getOwnTaskHandler } from './operations/get-own-task.ts'
import { getProcessHandler } from './operations/get-process.ts'
import { getSignedHandler } from './operations/get-signed.ts'
import { getTaskHandler } from './operations/get-task.ts'
import { keepAnswersHandler } from './operations/keep-answers.ts'
import { keepAttachmentHandler } from './operations/keep-attachment.ts'
import { listArchiveHandler } from './operations/list-archive.ts'
import { listAskableFieldsHandler } from './operations/list-askable-fields.ts'
import { listBatchesHandler } from './operations/list-batches.ts'
import { listColleaguesHandler } from './operations/list-colleagues.ts'
import { listCommentsHandler } from './operations/list-comments.ts'
import { listDestructionsHandler } from './operations/list-destructions.ts'
import { listFiltersHandler } from './operations/list-filters.ts'
import { listIncidentsHandler } from './operations/list-incidents.ts'
import { listInstancesHandler } from './operations/list-instances.ts'
import { listInterventionsHandler } from './operations/list-interventions.ts'
import { listOpenedHandler } from './operations/list-opened.ts'
import { listOwnCasesHandler } from './operations/list-own-cases.ts'
import { listOwnErasuresHandler } from './operations/list-own-erasures.ts'
import { listQueuesHandler } from './operations/list-queues.ts'
import { listTasksHandler } from './operations/list-tasks.ts'
import { listVersionsHandler } from './operations/list-versions.ts'
import { migrateCaseHandler } from './operations/migrate-case.ts'
import { mineServiceHandler } from './operations/mine-service.ts'
import { modifyInstanceHandler } from './operations/modify-instance.ts'
import { openAttachmentHandler } from './operations/open-attachment.ts'
import { openCaseHandler } from './operations/open-case.ts'
import { openOwnAttachmentHandler } from './operations/open-own-attachment.ts'
import { proveDeliveryHandler } from './operations/prove-delivery.ts'
import { rateCaseHandler } from './operations/rate-case.ts'
import { reassignTaskHandler } from './operations/reassign-task.ts'
import { reassignTasksHandler } from './operations/reassign-tasks.ts'
import { releaseTaskHandler } from './operations/release-task.ts'
import { replayDecisionHandler } from './operations/replay-decision.ts'
import { requestCorrectionHandler } from './operations/request-correction.ts'
import { requestDuplicateHandler } from './operations/request-duplicate.ts'
import { requestInformationHandler } from './operations/request-information.ts'
import { resumeCaseHandler } from './operations/resume-case.ts'
import { retryIncidentHandler } from './operations/retry-incident.ts'
import { returnApplicationHandler } from './operations/return-application.ts'
import { returnTaskHandler } from './operations/return-task.ts'
import { saveFilterHandler } from './operations/save-filter.ts'
import { signDestructionHandler } from './operations/sign-destruction.ts'
import { startBatchHandler } from './operations/start-batch.ts'
import { stopBatchHandler } from './operations/stop-batch.ts'
import { suspendCaseHandler } from './operations/suspend-case.ts'
import { tallyCasesHandler } from './operations/tally-cases.ts'
import { withdrawCaseHandler } from './operations/withdraw-case.ts'
import { withdrawSignatoryHandler } from './operations/withdraw-signatory.ts'
import { writeStatementHandler } from './operations/write-statement.ts'
import { downloadAttachmentProtocol } from './protocols/download-attachment.ts'
import { uploadAttachmentProtocol } from './protocols/upload-attachment.ts'
import { onAnswerFileReceived } from './subscribers/on-answer-file-received.ts'
import { onAnswerReceived } from './subscribers/on-answer-received.ts'
import { onAnswerUnclear } from './subscribers/on-answer-unclear.ts'
import { onCheckMadeUp } from './subscribers/on-check-made-up.ts'
import { onCheckMissed } from './subscribers/on-check-missed.ts'
import { onIncidentRaised } from './subscribers/on-incident-raised.ts'
import { onMessageSent } from './subscribers/on-message-sent.ts'
import { onRecord } from './subscribers/on-record.ts'
import { onRuleBroken } from './subscribers/on-rule-broken.ts'
import { onRuleKept } from './subscribers/on-rule-kept.ts'
import { onSignalThrown } from './subscribers/on-signal-thrown.ts'

export { type BroughtFile, type Keeping, keepFile } from './files/keep-file.ts'
export { casePackages } from './package-support.ts'

/** One piece of work about someone: data, process, tasks, deadlines, acts, decisions. */
export const cases = module({
  name: 'cases',
  operations: [
    openCaseHandler,
    fileApplicationHandler,
    getFiledHandler,
    listOwnCasesHandler,
    getOwnCaseHandler,
    getOwnAnnexHandler,
    getOwnTaskHandler,
    answerTaskHandler,
    keepAnswersHandler,
    writeStatementHandler,
    getSignedHandler,
    withdrawCaseHandler,
    rateCaseHandler,
    appealDecisionHandler,
    requestCorrectionHandler,
    listTasksHandler,
    getCaseHandler,
    getCaseServiceHandler,
    getHistoryHandler,
    getProcessHandler,
    getAnnexHandler,
    getTaskHandler,
    claimTaskHandler,
    releaseTaskHandler,
    completeTaskHandler,
    replayDecisionHandler,
    correlateMessageHandler,
    suspendCaseHandler,
    returnApplicationHandler,
    resumeCaseHandler,
    extendDeadlineHandler,
    requestDuplicateHandler,
    listIncidentsHandler,
    retryIncidentHandler,
    listQueuesHandler,
    changeDataHandler,
    listInterventionsHandler,
    listInstancesHandler,
    modifyInstanceHandler,
    listOpenedHandler,
    listVersionsHandler,
    mineServiceHandler,
    checkMigrationHandler,
    migrateCaseHandler,
    startBatchHandler,
    getBatchHandler,
    listBatchesHandler,
    stopBatchHandler,
    claimTasksHandler,
    commentCaseHandler,
    completeTasksHandler,
    delegateTaskHandler,
    deleteFilterHandler,
    listAskableFieldsHandler,
    listColleaguesHandler,
    listCommentsHandler,
    proveDeliveryHandler,
    listFiltersHandler,
    reassignTaskHandler,
    reassignTasksHandler,
    requestInformationHandler,
    returnTaskHandler,
    saveFilterHandler,
    beginActivityHandler,
    tallyCasesHandler,
    compareVersionsInUseHandler,
    keepAttachmentHandler,
    openAttachmentHandler,
    openOwnAttachmentHandler,
    listArchiveHandler,
    draftDestructionHandler,
    listDestructionsHandler,
    getDestructionHandler,
    signDestructionHandler,
    dropDestructionHandler,
    erasePersonHandler,
    listOwnErasuresHandler,
    askSignatoriesHandler,
    withdrawSignatoryHandler,
    declineSignatureHandler,
  ],
  protocols: [uploadAttachmentProtocol, downloadAttachmentProtocol],
  subscribers: [
    onAnswerReceived,
    onAnswerUnclear,
    onAnswerFileReceived,
    onMessageSent,
    onRecord,
    onIncidentRaised,
    onCheckMissed,
    onCheckMadeUp,
    onRuleBroken,
    onRuleKept,
    onSignalThrown,
  ],
  jobs: [
    fetchFacts,
    askLater,
    fireTimers,
    matchWaiting,
    deliverMessages,
    deliverSignals,
    forgetMessages,
    beginByWaitingMessages,
    armStarts,
    fireStartTimers,
    beginCases,
    heedDeadlines,
    closeDelivered,
    endDelegationsJob,
    workBatches,
    forgetAttachments,
    lapseSignatories,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
