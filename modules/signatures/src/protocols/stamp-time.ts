import { respond } from '@tereze/foundation-operations'
import { isRefused, systemActor } from '@tereze/operation'
import { answerTimestamp, stampTime } from '../contract/index.ts'

/** The installation's clock for programs of others. A body that is no request is refused in the words of the standard. */
export const stampTimeHandler = respond(stampTime, async (request, context) => {
  const input = { request: Buffer.from(request.body.length === 0 ? [0] : request.body).toString('base64') }
  const answered = await context.call(answerTimestamp, input, { actor: systemActor('signatures', 'platform') })
  if (isRefused(answered)) return answered
  return {
    status: 200,
    headers: { 'content-type': 'application/timestamp-reply', 'cache-control': 'no-store' },
    body: Buffer.from(answered.answer, 'base64'),
  }
})
