import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { giveNonce, showNonce } from '../contract/index.ts'
import { replyJson } from './reply-json.ts'

/** The nonce endpoint. */
export const showNonceHandler = respond(showNonce, async ({ params }, context) => {
  const given = await context.call(giveNonce, { organisation: params.organisation ?? '' })
  return isRefused(given) ? given : replyJson(200, { c_nonce: given.nonce })
})
