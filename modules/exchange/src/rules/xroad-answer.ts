import type { OutgoingReply } from '@tereze/foundation-http'
import type { OutsideAnswer } from '../ports/outside-line.ts'
import { readRestAnswer } from './rest-answer.ts'
import { type HashedRequest, isHashOfXRoadRequest } from './xroad-request-hash.ts'

/** What an answer of X-Road has to say again: whose question it answers. */
export interface XRoadAsked {
  readonly client: string
  readonly service: string
  readonly id: string
  /** The request itself, whose hash an answer carries. */
  readonly sent: HashedRequest
}

/** An identifier as headers and paths carry it, each part percent-encoded for itself (PR-REST 4.2). */
export function encodeXRoad(parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/')
}

const errorType = /^[A-Za-z]{1,40}(\.[A-Za-z0-9_]{1,60}){1,4}$/

function decoded(text: string | undefined): string | null {
  try {
    return text === undefined ? null : text.split('/').map(decodeURIComponent).join('\u0000')
  } catch {
    return null
  }
}

/** The first header that does not say again what was asked; null when all do. */
function strangeHeader(headers: Readonly<Record<string, unknown>>, asked: XRoadAsked): string | null {
  const said = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value : undefined
  }
  if (said('x-road-id') !== asked.id) return 'x-road-id'
  if (decoded(said('x-road-client')) !== decoded(asked.client)) return 'x-road-client'
  return decoded(said('x-road-service')) === decoded(asked.service) ? null : 'x-road-service'
}

/** An error of X-Road itself (4.6): what the client did wrong is refused for good, everything else may be mended. */
function readError(error: string): OutsideAnswer {
  if (!errorType.test(error)) return { problem: { reason: 'security-server', detail: 'x-road-error' } }
  return error.startsWith('Client.') ? { refused: error } : { problem: { reason: 'security-server', detail: error } }
}

/**
 * What an answer over X-Road means. With `X-Road-Error` a security server speaks; without it the service does, and the headers have to
 * say again who asked whom under which id. Their hash of the request (4.3) is computed anew over what was sent, with the one header that the
 * security server put on and tells: an answer that carries another one answers something else. It is kept as proof.
 */
export function readXRoadAnswer(reply: OutgoingReply, asked: XRoadAsked, none: readonly number[]): OutsideAnswer {
  if (!reply.ok) return { problem: { reason: reply.problem, detail: '' } }
  const { headers } = reply
  const error = headers['x-road-error']
  if (error !== undefined) return readError(String(error))
  const strange = strangeHeader(headers, asked)
  if (strange !== null) return { problem: { reason: 'answer-wrong', detail: strange } }
  const said = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value.slice(0, 200) : null
  }
  const evidence = { requestHash: said('x-road-request-hash'), requestId: said('x-road-request-id') }
  if (evidence.requestHash !== null && !isHashOfXRoadRequest(evidence.requestHash, asked.sent, evidence.requestId))
    return { problem: { reason: 'hash-wrong', detail: 'x-road-request-hash' } }
  const answer = readRestAnswer(reply, none)
  return 'value' in answer ? { ...answer, evidence } : answer
}
