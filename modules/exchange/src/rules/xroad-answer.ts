import type { OutgoingReply } from '@tereze/foundation-http'
import type { OutsideAnswer } from '../ports/outside-line.ts'
import { readRestAnswer } from './rest-answer.ts'

/** What an answer of X-Road has to say again: whose question it answers. */
export interface XRoadAsked {
  readonly client: string
  readonly service: string
  readonly id: string
}

/** An identifier as headers and paths carry it, each part percent-encoded for itself (PR-REST 4.2). */
export function encodeXRoad(parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/')
}

/** base64 of a SHA-512. */
const hash = /^[A-Za-z0-9+/]{86}==$/
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
  if (decoded(said('x-road-service')) !== decoded(asked.service)) return 'x-road-service'
  const given = said('x-road-request-hash')
  return given !== undefined && !hash.test(given) ? 'x-road-request-hash' : null
}

/** An error of X-Road itself (4.6): what the client did wrong is refused for good, everything else may be mended. */
function readError(error: string): OutsideAnswer {
  if (!errorType.test(error)) return { problem: { reason: 'security-server', detail: 'x-road-error' } }
  return error.startsWith('Client.') ? { refused: error } : { problem: { reason: 'security-server', detail: error } }
}

/**
 * What an answer over X-Road means. With `X-Road-Error` a security server speaks; without it the service does, and the headers have to
 * say again who asked whom under which id. Their hash of the request is kept as proof: only the security servers can recompute it, which
 * see the headers that they put on.
 */
export function readXRoadAnswer(reply: OutgoingReply, asked: XRoadAsked, none: readonly number[]): OutsideAnswer {
  if (!reply.ok) return { problem: { reason: reply.problem, detail: '' } }
  const { headers } = reply
  const error = headers['x-road-error']
  if (error !== undefined) return readError(String(error))
  const strange = strangeHeader(headers, asked)
  if (strange !== null) return { problem: { reason: 'answer-wrong', detail: strange } }
  const answer = readRestAnswer(reply, none)
  if (!('value' in answer)) return answer
  const said = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value.slice(0, 200) : null
  }
  return {
    ...answer,
    evidence: { requestHash: said('x-road-request-hash'), requestId: said('x-road-request-id') },
  }
}
