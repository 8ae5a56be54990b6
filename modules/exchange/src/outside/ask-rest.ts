import type { Outgoing, OutgoingReply } from '@tereze/foundation-http'
import type { OutsideAnswer } from '../ports/outside-line.ts'
import type { FromRest } from '../rules/contract-definition.ts'
import type { OutsideQuestion } from '../rules/outside-question.ts'

/** Largest answer of a member's own system, bytes. */
export const largestOutsideAnswer = 4_194_304

/** What an HTTP answer of a member's own system means: 2xx is a value, 4xx a refusal for good, all else may pass. */
export function readRestAnswer(reply: OutgoingReply, none: readonly number[]): OutsideAnswer {
  if (!reply.ok) return { problem: { reason: reply.problem, detail: '' } }
  const { status } = reply
  if (none.includes(status)) return { value: null }
  if (status === 202) return { awaited: true }
  if (status === 204) return { value: null }
  if (status >= 200 && status < 300) {
    try {
      return { value: JSON.parse(reply.body.toString('utf8')) as unknown }
    } catch {
      return { problem: { reason: 'unreadable', detail: String(status) } }
    }
  }
  // Not allowed to ask, too early, too often: that is between the systems and passes when it is mended.
  const passing = status < 400 || status >= 500 || [401, 403, 408, 425, 429].includes(status)
  return passing ? { problem: { reason: 'status', detail: String(status) } } : { refused: String(status) }
}

/** Asks a member's system over HTTP with JSON. The message's id is the idempotency key, so that the same message is one deed there. */
export async function askRest(
  outgoing: Outgoing,
  from: FromRest,
  question: Extract<OutsideQuestion, { kind: 'rest' }>,
  call: { message: string; token: string; timeout: number },
): Promise<OutsideAnswer> {
  const reply = await outgoing.send({
    method: question.method,
    url: question.url,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${call.token}`,
      'idempotency-key': call.message,
      ...(question.body === null ? {} : { 'content-type': 'application/json' }),
    },
    ...(question.body === null ? {} : { body: question.body }),
    timeout: call.timeout,
    limit: largestOutsideAnswer,
  })
  return readRestAnswer(reply, from.none ?? [])
}
