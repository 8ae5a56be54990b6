import type { Outgoing } from '@tereze/foundation-http'
import type { OutsideAnswer } from '../ports/outside-line.ts'
import type { FromSoap } from '../rules/contract-definition.ts'
import type { OutsideQuestion } from '../rules/outside-question.ts'
import { readSoapAnswer, soapHeaders, writeSoapQuestion } from '../rules/soap-message.ts'
import { largestOutsideAnswer } from './ask-rest.ts'

/** Asks a member's system over SOAP 1.1 or 1.2. A fault of the sender is a refusal for good, one of the receiver may pass. */
export async function askSoap(
  outgoing: Outgoing,
  from: FromSoap,
  question: Extract<OutsideQuestion, { kind: 'soap' }>,
  call: { message: string; token: string; timeout: number },
): Promise<OutsideAnswer> {
  const reply = await outgoing.send({
    method: 'POST',
    url: from.url,
    headers: {
      ...soapHeaders(from),
      authorization: `Bearer ${call.token}`,
      'idempotency-key': call.message,
    },
    body: writeSoapQuestion(from, question.body),
    timeout: call.timeout,
    limit: largestOutsideAnswer,
  })
  if (!reply.ok) return { problem: { reason: reply.problem, detail: '' } }
  const read = readSoapAnswer(from, reply.body.toString('utf8'))
  if ('value' in read)
    return reply.status === 200 ? read : { problem: { reason: 'status', detail: String(reply.status) } }
  // A server that is down says so in HTML: its status tells more than that this is not SOAP.
  const dumb = 'problem' in read && read.problem.reason === 'unreadable' && reply.status !== 200
  return dumb ? { problem: { reason: 'status', detail: String(reply.status) } } : read
}
