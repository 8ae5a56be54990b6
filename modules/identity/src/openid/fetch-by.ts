import type { Outgoing } from '@tereze/foundation-http'

const timeout = 2500
const limit = 65_536

/**
 * `fetch` as the provider calls it, by the line on which nothing can be led into our own network.
 * @throws Error when there is no answer.
 */
export function fetchBy(outgoing: Outgoing) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const reply = await outgoing.send({
      method: init.method === 'POST' ? 'POST' : 'GET',
      url,
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(init.body === undefined || init.body === null ? {} : { body: String(init.body) }),
      timeout,
      limit,
    })
    if (!reply.ok) throw new Error(`no answer: ${reply.problem}`)
    return new Response(reply.status === 204 ? null : new Uint8Array(reply.body), { status: reply.status })
  }
}
