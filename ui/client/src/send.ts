import { type Problem, readProblem, refusalProblem, timedOut, unreachable, unreadable } from './problem.ts'

/** One attempt's result: the output, or a problem with the wait the platform asked for (milliseconds, null when none). */
export type Attempt =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly problem: Problem; readonly again: boolean; readonly retryAfter: number | null }

/** One request as it goes out. */
export interface Outgoing {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Milliseconds until the attempt is given up. */
  readonly timeout: number
  readonly signal: AbortSignal
}

const gatewayStatuses = [502, 503, 504]

/**
 * Makes one attempt. Rejects only when `signal` was aborted.
 * `again` tells whether the platform has certainly or possibly not done anything, so that the same request may follow.
 */
export async function send(fetcher: typeof fetch, request: Outgoing): Promise<Attempt> {
  const late = AbortSignal.timeout(request.timeout)
  try {
    const response = await fetcher(request.url, {
      method: 'POST',
      headers: request.headers,
      body: request.body,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.any([request.signal, late]),
    })
    const body = await readJson(response)
    if (response.ok) {
      if (body !== undefined) return { ok: true, output: body }
      return { ok: false, problem: unreadable(response.status), again: false, retryAfter: null }
    }
    const retryAfter = secondsOf(response.headers.get('retry-after'))
    const told = readProblem(response.status, body)
    if (told) return { ok: false, problem: refusalProblem(told), again: retryAfter !== null, retryAfter }
    const again = gatewayStatuses.includes(response.status)
    return { ok: false, problem: unreadable(response.status), again, retryAfter }
  } catch {
    request.signal.throwIfAborted()
    const problem = late.aborted ? timedOut(request.timeout) : unreachable()
    return { ok: false, problem, again: true, retryAfter: null }
  }
}

async function readJson(response: Response): Promise<unknown> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return undefined
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Retry-After in its form of seconds (RFC 9110 §10.2.3), as milliseconds; dates are not used by the platform. */
function secondsOf(header: string | null): number | null {
  return header !== null && /^[0-9]{1,6}$/.test(header) ? Number(header) * 1000 : null
}
