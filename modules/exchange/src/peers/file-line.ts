import type { Outgoing, OutgoingReply } from '@tereze/foundation-http'
import { findProblems } from '@tereze/foundation-operations'
import { FileStanding } from '../contract/file.ts'
import type { FileLine, Undelivered } from '../ports/peer-line.ts'
import { readDelivery } from '../rules/read-delivery.ts'

const announceTimeout = 30_000
/** The largest part at the pace of a slow line, 64 KB a second. */
const partTimeout = 130_000
const largestAnswer = 262_144

/** What an answer means that is not the one hoped for: a refusal of the receiver, or nothing that can be believed. */
function failureOf(answer: OutgoingReply): Undelivered {
  const read = readDelivery(answer)
  return 'code' in read ? read : { code: 'exchange.reply-wrong', retry: false }
}

function standingIn(body: Buffer): FileStanding | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return findProblems(FileStanding, value).length === 0 ? (value as FileStanding) : null
  } catch {
    return null
  }
}

/** Files over HTTP to another installation. */
export function httpFileLine(outgoing: Outgoing): FileLine {
  return {
    async announceFile({ origin }, manifest) {
      const answer = await outgoing.send({
        method: 'POST',
        url: `${origin}/exchange/v1/files`,
        headers: { 'content-type': 'application/jose', accept: 'application/json, application/problem+json' },
        body: manifest,
        timeout: announceTimeout,
        limit: largestAnswer,
      })
      const standing = answer.ok && answer.status === 200 ? standingIn(answer.body) : null
      return standing ?? failureOf(answer)
    },
    async sendPart({ origin }, { organisation, file, part }, bytes) {
      const answer = await outgoing.send({
        method: 'PUT',
        url: `${origin}/exchange/v1/files/${organisation}/${file}/parts/${part}`,
        headers: { 'content-type': 'application/octet-stream', accept: 'application/problem+json' },
        body: bytes,
        timeout: partTimeout,
        limit: largestAnswer,
      })
      return answer.ok && answer.status === 204 ? null : failureOf(answer)
    },
  }
}
