import { createHmac, timingSafeEqual } from 'node:crypto'

/** For how long a nonce is good, seconds. */
export const nonceLife = 300

function markOf(secret: Uint8Array, body: string): string {
  return createHmac('sha256', secret).update(body).digest('base64url')
}

/** A nonce that says itself until when it is good; nothing of it has to be kept. */
export function writeNonce(secret: Uint8Array, now: Date, random: string): string {
  const body = `${Math.floor(now.getTime() / 1000) + nonceLife}.${random}`
  return `${body}.${markOf(secret, body)}`
}

/** Until when a nonce is good; null when it was not written with this secret, or is good no more. */
export function readNonce(secret: Uint8Array, nonce: string, now: Date): Date | null {
  const [end = '', random = '', mark = ''] = nonce.split('.')
  const right = Buffer.from(markOf(secret, `${end}.${random}`))
  const given = Buffer.from(mark)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const until = new Date(Number(end) * 1000)
  return until.getTime() > now.getTime() ? until : null
}
