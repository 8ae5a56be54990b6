import type { Outgoing } from '@tereze/foundation-http'
import type { TimestampLine } from '@tereze/foundation-signatures'

/** A time-stamping authority over HTTP (RFC 3161, 3.4). */
export function httpClock(parts: { readonly outgoing: Outgoing; readonly url: string }): TimestampLine {
  return async request => {
    const reply = await parts.outgoing.send({
      method: 'POST',
      url: parts.url,
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: request,
      timeout: 10_000,
      limit: 65_536,
    })
    return reply.ok && reply.status === 200 ? reply.body : null
  }
}
