import { answerFileReceived } from '@tereze/exchange/contract'
import { subscriber } from '@tereze/foundation-operations'
import { wakeFacts } from '../store/work.ts'

/** A file came for which a case waits: its source is asked again at once, and not when the rest between attempts is over. */
export const onAnswerFileReceived = subscriber({
  name: 'cases.on-answer-file-received',
  on: [answerFileReceived],
  tenant: event => (event.data.case === null ? null : event.tenant),
  async react({ data }, { tx, now }) {
    if (data.case !== null) await wakeFacts(tx, data.case, now)
  },
})
