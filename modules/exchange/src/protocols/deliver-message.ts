import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse, systemActor } from '@tereze/operation'
import { deliverMessage, messageMalformed, serveMessage, signatureInvalid } from '../contract/message.ts'
import { outsideLine } from '../ports/outside-line.ts'
import { peerLine } from '../ports/peer-line.ts'
import { peekMessage } from '../rules/read-message.ts'
import { serveThrough } from '../serving/serve-through.ts'

/** The door for members: a signed message in, a signed reply out. */
export const deliverMessageProtocol = respond(deliverMessage, async (request, context) => {
  const jws = Buffer.from(request.body).toString('utf8').trim()
  const peeked = peekMessage(jws)
  if (peeked === null) return refuse(messageMalformed)
  const actor = {
    ...systemActor(`exchange/${peeked.consumer}`, peeked.consumer, context.actor.language),
    roles: ['member'],
  }
  const { provider } = peeked
  const serve = () =>
    serveThrough(
      () => context.call(serveMessage, { message: jws, provider }, { actor }),
      context.port(outsideLine),
      provider,
    )
  let served = await serve()
  // A member that runs elsewhere may have a new key: its installation is asked once.
  if (
    isRefused(served) &&
    served.code === signatureInvalid.code &&
    (await context.port(peerLine).refreshKeys(peeked.consumer))
  )
    served = await serve()
  if (isRefused(served)) return served
  return {
    status: 200,
    headers: { 'content-type': 'application/jose', 'cache-control': 'no-store' },
    body: served.reply,
  }
})
