import { createHmac, timingSafeEqual } from 'node:crypto'

const patienceMilliseconds = 5 * 60_000

/** Signature of an SMS gateway: HMAC-SHA-256 of `<time>.<body>` under the shared secret, in hex. `time` is ISO 8601. */
export function gatewaySignature(secret: string, time: string, body: Uint8Array): string {
  return createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')
}

/** Whether a delivery was signed under the secret within the last five minutes. */
export function isFromGateway(
  delivery: { time: string | undefined; signature: string | undefined; body: Uint8Array },
  secret: string | null,
  now: Date,
): boolean {
  const { time, signature, body } = delivery
  if (secret === null || time === undefined || signature === undefined) return false
  const age = Math.abs(now.getTime() - Date.parse(time))
  if (!(age <= patienceMilliseconds)) return false
  const expected = Buffer.from(gatewaySignature(secret, time, body))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
