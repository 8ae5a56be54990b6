import { module } from '@tereze/foundation-operations'
import { sendDailyLetters } from './jobs/send-daily-letters.ts'
import { sendMessages } from './jobs/send-messages.ts'
import { askAgainHandler } from './operations/ask-again.ts'
import { getAnswerHandler } from './operations/get-answer.ts'
import { getDeliveryHandler } from './operations/get-delivery.ts'
import { getLetterTopicHandler } from './operations/get-letter-topic.ts'
import { getPreferencesHandler } from './operations/get-preferences.ts'
import { keepPreferencesHandler } from './operations/keep-preferences.ts'
import { leaveLettersHandler } from './operations/leave-letters.ts'
import { listCaseMessagesHandler } from './operations/list-case-messages.ts'
import { listDemoMailHandler } from './operations/list-demo-mail.ts'
import { listOwnMessagesHandler } from './operations/list-own-messages.ts'
import { notifyPersonHandler } from './operations/notify-person.ts'
import { readMessageHandler } from './operations/read-message.ts'
import { receiveSmsHandler } from './operations/receive-sms.ts'
import { sumUpMailingHandler } from './operations/sum-up-mailing.ts'
import { deliverSmsHandler } from './protocols/deliver-sms.ts'
import { answerDemoSmsHandler, showDemoMailHandler } from './protocols/demo-mail.ts'
import { leaveByLetterHandler } from './protocols/leave-by-letter.ts'
import { onConsentChanged } from './subscribers/on-consent-changed.ts'
import { onEmergencyNamed } from './subscribers/on-emergency-named.ts'
import { onFirmNotified } from './subscribers/on-firm-notified.ts'
import { onLeakPersonQueued } from './subscribers/on-leak-person-queued.ts'
import { onPowerChanged } from './subscribers/on-power-changed.ts'
import { onWatchedChanged } from './subscribers/on-watched-changed.ts'
import { onWayChanged } from './subscribers/on-way-changed.ts'

export { noticePackages } from './checking/check-topics.ts'
export { registerContacts } from './ports/contacts/registers.ts'
export { demoMail } from './ports/mail/demo.ts'
export { failingMail } from './ports/mail/failing.ts'
export { smtpMail } from './ports/mail/smtp.ts'
export { demoSms } from './ports/sms/demo.ts'
export { failingSms } from './ports/sms/failing.ts'
export { httpSms } from './ports/sms/http.ts'
export { smppSms } from './ports/sms/smpp.ts'
export { gatewaySignature } from './rules/gateway-signature.ts'

/** Messages to people. */
export const notifications = module({
  name: 'notifications',
  operations: [
    notifyPersonHandler,
    listOwnMessagesHandler,
    readMessageHandler,
    receiveSmsHandler,
    getAnswerHandler,
    askAgainHandler,
    listDemoMailHandler,
    sumUpMailingHandler,
    listCaseMessagesHandler,
    getDeliveryHandler,
    getPreferencesHandler,
    keepPreferencesHandler,
    getLetterTopicHandler,
    leaveLettersHandler,
  ],
  protocols: [deliverSmsHandler, showDemoMailHandler, answerDemoSmsHandler, leaveByLetterHandler],
  subscribers: [
    onConsentChanged,
    onEmergencyNamed,
    onFirmNotified,
    onLeakPersonQueued,
    onPowerChanged,
    onWatchedChanged,
    onWayChanged,
  ],
  jobs: [sendMessages, sendDailyLetters],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
