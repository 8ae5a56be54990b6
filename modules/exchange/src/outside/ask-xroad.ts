import type { OutsideAnswer } from '../ports/outside-line.ts'
import type { FromXRoad } from '../rules/contract-definition.ts'
import type { OutsideQuestion } from '../rules/outside-question.ts'
import { encodeXRoad, readXRoadAnswer } from '../rules/xroad-answer.ts'
import { largestOutsideAnswer } from './ask-rest.ts'
import type { SecurityServers } from './security-servers.ts'

/**
 * Asks a service behind an X-Road security server (PR-REST 4.1) as the X-Road client that the asking member is there. The message's id is
 * `X-Road-Id`, so that what both sides keep can be put side by side.
 */
export async function askXRoad(
  servers: SecurityServers,
  settings: string,
  from: FromXRoad,
  question: Extract<OutsideQuestion, { kind: 'xroad' }>,
  call: { message: string; consumer: string; timeout: number },
): Promise<OutsideAnswer> {
  const server = await servers.find(settings)
  if (server === null) return { problem: { reason: 'not-configured', detail: from.system } }
  const parts = server.clientOf(call.consumer)
  if (parts === null) return { problem: { reason: 'not-configured', detail: `${from.system} ${call.consumer}` } }
  const [client, service] = [encodeXRoad(parts), encodeXRoad(from.service)]
  const url = `${server.url}/r1/${service}${question.tail}`
  const headers = {
    Accept: 'application/json',
    'X-Road-Client': client,
    'X-Road-Id': call.message,
    ...(question.body === null ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
  }
  const reply = await server.outgoing.send({
    method: from.method,
    url,
    headers,
    ...(question.body === null ? {} : { body: question.body }),
    timeout: call.timeout,
    limit: largestOutsideAnswer,
  })
  const { pathname, search } = new URL(url)
  const sent = {
    method: from.method,
    target: `${pathname}${search}`,
    headers: Object.entries(headers),
    body: question.body,
  }
  return readXRoadAnswer(reply, { client, service, id: call.message, sent }, from.none ?? [])
}
