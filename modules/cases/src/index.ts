import { module } from '@tereze/foundation-operations'
import { fetchFacts } from './jobs/fetch-facts.ts'
import { deliverMessages, deliverSignals, fireTimers } from './jobs/give-due.ts'
import { heedDeadlines } from './jobs/heed-deadlines.ts'
import { forgetMessages, matchWaiting } from './jobs/match-messages.ts'
import { answerTaskHandler } from './operations/answer-task.ts'
import { appealDecisionHandler } from './operations/appeal-decision.ts'
import { claimTaskHandler } from './operations/claim-task.ts'
import { completeTaskHandler } from './operations/complete-task.ts'
import { correlateMessageHandler } from './operations/correlate-message.ts'
import { extendDeadlineHandler } from './operations/extend-deadline.ts'
import { getAnnexHandler } from './operations/get-annex.ts'
import { getCaseHandler } from './operations/get-case.ts'
import { getHistoryHandler } from './operations/get-history.ts'
import { getOwnAnnexHandler } from './operations/get-own-annex.ts'
import { getOwnCaseHandler } from './operations/get-own-case.ts'
import { getOwnTaskHandler } from './operations/get-own-task.ts'
import { getTaskHandler } from './operations/get-task.ts'
import { listOwnCasesHandler } from './operations/list-own-cases.ts'
import { listTasksHandler } from './operations/list-tasks.ts'
import { openCaseHandler } from './operations/open-case.ts'
import { rateCaseHandler } from './operations/rate-case.ts'
import { releaseTaskHandler } from './operations/release-task.ts'
import { replayDecisionHandler } from './operations/replay-decision.ts'
import { requestCorrectionHandler } from './operations/request-correction.ts'
import { requestDuplicateHandler } from './operations/request-duplicate.ts'
import { resumeCaseHandler } from './operations/resume-case.ts'
import { suspendCaseHandler } from './operations/suspend-case.ts'
import { withdrawCaseHandler } from './operations/withdraw-case.ts'
import { onAnswerReceived } from './subscribers/on-answer-received.ts'
import { onAnswerUnclear } from './subscribers/on-answer-unclear.ts'
import { onMessageSent } from './subscribers/on-message-sent.ts'
import { onSignalThrown } from './subscribers/on-signal-thrown.ts'

export { casePackages } from './package-support.ts'

/** One piece of work about someone: data, process, tasks, deadlines, acts, decisions. */
export const cases = module({
  name: 'cases',
  operations: [
    openCaseHandler,
    listOwnCasesHandler,
    getOwnCaseHandler,
    getOwnAnnexHandler,
    getOwnTaskHandler,
    answerTaskHandler,
    withdrawCaseHandler,
    rateCaseHandler,
    appealDecisionHandler,
    requestCorrectionHandler,
    listTasksHandler,
    getCaseHandler,
    getHistoryHandler,
    getAnnexHandler,
    getTaskHandler,
    claimTaskHandler,
    releaseTaskHandler,
    completeTaskHandler,
    replayDecisionHandler,
    correlateMessageHandler,
    suspendCaseHandler,
    resumeCaseHandler,
    extendDeadlineHandler,
    requestDuplicateHandler,
  ],
  subscribers: [onAnswerReceived, onAnswerUnclear, onMessageSent, onSignalThrown],
  jobs: [fetchFacts, fireTimers, matchWaiting, deliverMessages, deliverSignals, forgetMessages, heedDeadlines],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
