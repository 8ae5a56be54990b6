import { createOutgoingTo } from '@tereze/foundation-http'
import type { Sent, ShortMessage } from '../../contract/index.ts'
import { gatewaySignature } from '../../rules/gateway-signature.ts'

/**
 * An SMS gateway over HTTP: `POST` of `{ id, to, text }` with `Idempotency-Key` = id, signed like what it delivers to us
 * (`x-tereze-time`, `x-tereze-signature`). 2xx: taken; 422: never; anything else: again later.
 */
export function httpSms(options: { url: string; secret: string; now: () => Date }): {
  send(message: ShortMessage): Promise<Sent>
} {
  const outgoing = createOutgoingTo(options.url)
  return {
    async send(message) {
      const body = new TextEncoder().encode(JSON.stringify(message))
      const time = options.now().toISOString()
      const reply = await outgoing.send({
        method: 'POST',
        url: options.url,
        timeout: 10_000,
        limit: 65_536,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': message.id,
          'x-tereze-time': time,
          'x-tereze-signature': gatewaySignature(options.secret, time, body),
        },
        body,
      })
      if (!reply.ok) throw new Error(`the SMS gateway gave no answer: ${reply.problem}`)
      if (reply.status >= 200 && reply.status < 300) return 'sent'
      if (reply.status === 422) return 'rejected'
      throw new Error(`the SMS gateway answered ${reply.status}`)
    },
  }
}
