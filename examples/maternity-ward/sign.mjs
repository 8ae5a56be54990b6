/**
 * What a member of the exchange must be able to do: sign a message (JWS compact serialization, RFC 7515, ES256), send it, read the reply.
 * Uses nothing but Node's own crypto and fetch.
 */
import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto'

const base64url = value => Buffer.from(value).toString('base64url')

/** Thumbprint of an EC key (RFC 7638): the name by which the platform knows it. */
export function thumbprint({ crv, kty, x, y }) {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}

/** A signed message: `typ` says what is signed, `kid` by which key. */
export function signMessage(message, jwk) {
  const header = base64url(JSON.stringify({ alg: 'ES256', typ: 'tereze-message+jws', kid: thumbprint(jwk) }))
  const payload = base64url(JSON.stringify(message))
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  const signature = sign('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' })
  return `${header}.${payload}.${signature.toString('base64url')}`
}

/** A message of the exchange; `id` is the sender's, the same id again is the same message. */
export function newMessage({
  id = randomUUID(),
  contract,
  consumer,
  system,
  provider,
  purpose,
  body,
  time = new Date().toISOString(),
}) {
  return { id, contract, consumer, system, provider, purpose, time, body }
}

/** Sends a signed message; gives the reply's payload, or the problem (RFC 9457) with which it was refused. */
export async function deliver(platform, jws, language = 'en') {
  const response = await reach(new URL('/exchange/v1/messages', platform), {
    method: 'POST',
    headers: { 'content-type': 'application/jose', 'accept-language': language },
    body: jws,
  })
  const text = await response.text()
  if (response.status !== 200) return { ok: false, status: response.status, problem: JSON.parse(text) }
  const payload = text.split('.')[1] ?? ''
  return { ok: true, status: 200, reply: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')), jws: text }
}

/** The platform does not answer at the address. */
export class Unreachable extends Error {}

async function reach(url, request) {
  try {
    return await fetch(url, request)
  } catch (error) {
    throw new Unreachable(`nothing answers at ${url.origin}`, { cause: error })
  }
}
