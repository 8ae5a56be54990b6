import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import { type Context, findProblems } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import {
  bodyInvalid,
  type ExchangeMessage,
  factKnownOtherwise,
  messageIdReused,
  notSubscribed,
} from '../contract/message.ts'
import { topicMessageReceived } from '../contract/topic-event.ts'
import type { TopicDefinition } from '../rules/contract-definition.ts'
import { hashOfJws } from '../rules/log-leaf.ts'
import { TopicDelivery } from '../rules/topic-messages.ts'
import { type FollowedRow, findReceivedHash, insertReceived, mayBeTold, updateFollowed } from '../store/followed.ts'

/** Where the body of a message that was taken is sealed. */
export const placeOfReceived = (topic: string, position: number) => `exchange-received/${topic}/${position}`

const receipt = { accepted: true }
type Taken =
  | { body: typeof receipt; subjects: string[] }
  | Refused<
      | 'exchange.not-subscribed'
      | 'exchange.body-invalid'
      | 'exchange.fact-known-otherwise'
      | 'exchange.message-id-reused'
    >

/** What is wrong with what a publisher tells: its frame, then what its contract promises. */
function problemsOf(contract: TopicDefinition, body: unknown): { pointer: string; code: string }[] {
  const frame = findProblems(TopicDelivery, body)
  if (frame.length > 0) return frame
  const told = body as TopicDelivery
  if ('stopped' in told || told.data === null) return []
  return findProblems(contract.response, told.data).map(({ pointer, code }) => ({ pointer: `/data${pointer}`, code }))
}

/** Takes what the publisher of a topic tells an organisation that follows it; the same place again is the same message, or is refused. */
export async function takeDelivery(
  context: Context,
  contract: TopicDefinition,
  message: ExchangeMessage,
  followed: FollowedRow | null,
): Promise<Taken> {
  const { tx, now } = context
  const { contract: topic, purpose } = message
  if (!mayBeTold(followed)) return refuse(notSubscribed, { pointer: '/contract', params: { topic, purpose } })
  const problems = problemsOf(contract, message.body)
  if (problems.length > 0)
    return refuse(bodyInvalid, {
      pointer: `/body${problems[0]?.pointer ?? ''}`,
      also: problems.map(({ pointer, code }) => ({ pointer: `/body${pointer}`, code })),
    })
  const told = message.body as TopicDelivery
  if ('stopped' in told) {
    updateFollowed(tx, followed, { state: 'stopped', reason: told.stopped, now })
    return { body: receipt, subjects: [] }
  }
  const { position, key, event, subjects, at } = told
  const text = canonicalJson(told)
  const sealedFor = subjects[0] ?? `member:${tx.tenant}`
  const plain = new TextEncoder().encode(text)
  const body = await context.port(keyring).seal(tx, sealedFor, plain, placeOfReceived(topic, position))
  if (isErased(body)) return refuse(messageIdReused, { pointer: '/body/subjects/0' })
  const hash = hashOfJws(text)
  const taken = { position, message: message.id, key, event, subjects, sealedFor, hash, body, publishedAt: at, now }
  if (!(await insertReceived(tx, topic, taken))) {
    const known = await findReceivedHash(tx, tx.tenant, topic, position)
    return known.equals(hash)
      ? { body: receipt, subjects: [...subjects] }
      : refuse(factKnownOtherwise, { pointer: '/body/position' })
  }
  if (followed.state === 'asked') updateFollowed(tx, followed, { state: 'active', reason: null, now })
  await context.emit(topicMessageReceived, { subject: `${topic}/${key}`, data: { topic, position, key, event } })
  return { body: receipt, subjects: [...subjects] }
}
