import type { Sent, ShortMessage } from '../../contract/index.ts'
import { gatewaySignature } from '../../rules/gateway-signature.ts'

/**
 * An SMS gateway over HTTP: `POST` of `{ id, to, text }` with `Idempotency-Key` = id, signed like what it delivers to us
 * (`x-tereze-time`, `x-tereze-signature`). 2xx: taken; 422: never; anything else: again later.
 */
export function httpSms(options: { url: string; secret: string; now: () => Date }): {
  send(message: ShortMessage): Promise<Sent>
} {
  return {
    async send(message) {
      const body = new TextEncoder().encode(JSON.stringify(message))
      const time = options.now().toISOString()
      const response = await fetch(options.url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': message.id,
          'x-tereze-time': time,
          'x-tereze-signature': gatewaySignature(options.secret, time, body),
        },
        body,
      })
      await response.body?.cancel()
      if (response.ok) return 'sent'
      if (response.status === 422) return 'rejected'
      throw new Error(`the SMS gateway answered ${response.status}`)
    },
  }
}
