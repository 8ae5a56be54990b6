import type { Outgoing } from '@tereze/foundation-http'
import type { OutsideAnswer } from '../ports/outside-line.ts'
import type { FromRest } from '../rules/contract-definition.ts'
import type { OutsideQuestion } from '../rules/outside-question.ts'
import { readRestAnswer } from '../rules/rest-answer.ts'

/** Largest answer of a member's own system, bytes. */
export const largestOutsideAnswer = 4_194_304

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
