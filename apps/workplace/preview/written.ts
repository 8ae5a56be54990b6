import type { CaseMessage, listCaseMessages } from '@tereze/notifications/contract'
import type { InputOf, OutputOf } from '@tereze/operation'

const at = '2026-03-01T05:10:00.000Z'
const person = 'person_01960000-0000-7000-8000-000000000001'

/** A significant message that came back from the e-mail and went on by SMS, and one that was opened. */
const items: readonly CaseMessage[] = [
  {
    message: 'message_01960000-0000-7000-8000-000000000702',
    person,
    title: { en: 'Answer by 5 March', ru: 'Ответьте до 5 марта', kk: '5 наурызға дейін жауап беріңіз' },
    significant: true,
    sentAt: at,
    readAt: null,
    delivered: {
      at: '2026-03-01T19:00:00.000Z',
      by: 'term',
      latest: '2026-03-01T19:00:00.000Z',
      ground: 'act:administrative-procedure/33.2',
    },
    deliveries: [
      { channel: 'cabinet', state: 'sent', at, problem: null, insteadOf: null },
      { channel: 'email', state: 'failed', at, problem: 'bounced', insteadOf: null },
      { channel: 'sms', state: 'waiting', at: null, problem: null, insteadOf: 'email' },
    ],
  },
  {
    message: 'message_01960000-0000-7000-8000-000000000701',
    person,
    title: { en: 'Received', ru: 'Заявление получено', kk: 'Өтініш қабылданды' },
    significant: false,
    sentAt: '2026-02-27T05:10:00.000Z',
    readAt: '2026-02-27T12:00:00.000Z',
    delivered: null,
    deliveries: [
      { channel: 'cabinet', state: 'sent', at, problem: null, insteadOf: null },
      { channel: 'email', state: 'sent', at, problem: null, insteadOf: null },
    ],
  },
]

/** What was written about any case of the preview. */
export const sampleWritten = (_: InputOf<typeof listCaseMessages>): OutputOf<typeof listCaseMessages> => ({
  items: [...items],
  next: null,
})
