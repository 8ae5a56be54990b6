import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { messageMalformed } from '../contract/message.ts'
import { certifyKeys, serveKeys } from '../contract/peer.ts'

const memberPattern = /^[a-z][a-z0-9-]{1,62}$/

/** The door for other installations: the certificate of a member's keys. */
export const serveKeysProtocol = respond(serveKeys, async (request, context) => {
  const member = request.params.member ?? ''
  if (!memberPattern.test(member)) return refuse(messageMalformed, { pointer: '/member' })
  const certified = await context.call(certifyKeys, { member })
  if (isRefused(certified)) return certified
  return {
    status: 200,
    headers: { 'content-type': 'application/jose', 'cache-control': 'no-store' },
    body: certified.certificate,
  }
})
