import type { Outgoing } from '@tereze/foundation-http'
import type { OutsideProblem } from '../ports/outside-line.ts'

/** How much of a file is asked for at once, bytes. */
const portion = 4_194_304

/** A file of a member's own system cannot be fetched. */
export class FetchFailed extends Error {
  readonly problem: OutsideProblem
  constructor(problem: OutsideProblem) {
    super(`${problem.reason} ${problem.detail}`)
    this.name = 'FetchFailed'
    this.problem = problem
  }
}

/** The address of a file beside the service that named it; null where it would be another host. */
export function addressOf(service: string, path: string): string | null {
  if (!URL.canParse(path, service)) return null
  const url = new URL(path, service)
  return url.origin === new URL(service).origin && url.username === '' ? url.href : null
}

/** Length of the whole and the first byte of a range (RFC 9110, 14.4); null where the header says neither. */
function rangeOf(header: string | undefined): { first: number; whole: number } | null {
  const found = /^bytes (\d+)-\d+\/(\d+)$/.exec(header ?? '')
  return found === null ? null : { first: Number(found[1]), whole: Number(found[2]) }
}

/**
 * Reads a file of a member's own system, a range at a time, so that a large one is never held whole; a system that knows no ranges gives
 * small files only.
 * @throws FetchFailed
 */
export async function* fetchPath(
  outgoing: Outgoing,
  url: string,
  call: { readonly token: string; readonly timeout: number; readonly limit: number },
): AsyncGenerator<Uint8Array> {
  let at = 0
  let end = Number.POSITIVE_INFINITY
  let tag: string | undefined
  while (at < end) {
    const reply = await outgoing.send({
      method: 'GET',
      url,
      headers: {
        authorization: `Bearer ${call.token}`,
        range: `bytes=${at}-${at + portion - 1}`,
        ...(tag === undefined ? {} : { 'if-match': tag }),
      },
      timeout: call.timeout,
      limit: portion,
    })
    if (!reply.ok) throw new FetchFailed({ reason: reply.problem, detail: '' })
    const { status, headers, body } = reply
    if (status === 200 && at === 0) {
      yield body
      return
    }
    const range = status === 206 ? rangeOf(headers['content-range']) : null
    if (range === null) throw new FetchFailed({ reason: 'status', detail: String(status) })
    const fits = range.first === at && body.byteLength > 0 && (at === 0 || range.whole === end)
    if (!fits) throw new FetchFailed({ reason: 'answer-wrong', detail: 'content-range' })
    if (range.whole > call.limit) throw new FetchFailed({ reason: 'too-large', detail: String(range.whole) })
    tag ??= headers.etag
    end = range.whole
    at += body.byteLength
    yield body
  }
}
