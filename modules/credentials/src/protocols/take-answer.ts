import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { answerPresentation, takeAnswer } from '../contract/index.ts'
import { replyError, replyJson } from './reply-json.ts'

/** The response endpoint. */
export const takeAnswerHandler = respond(takeAnswer, async ({ params, body }, context) => {
  const fields = new URLSearchParams(new TextDecoder().decode(body))
  const response = fields.get('response')
  const error = fields.get('error')
  const answer = response !== null ? { response } : error !== null ? { error } : null
  if (answer === null) return replyError(400, 'invalid_request', 'neither response nor error')
  const { organisation = '', state = '' } = params
  const taken = await context.call(answerPresentation, { organisation, state, answer })
  if (isRefused(taken)) return replyError(400, 'invalid_request', taken.code)
  if (taken.status === 'invalid') return replyError(400, 'invalid_request', 'the presentation does not hold')
  return replyJson(200, taken.returnTo === null ? {} : { redirect_uri: `${context.origin}${taken.returnTo}` })
})
