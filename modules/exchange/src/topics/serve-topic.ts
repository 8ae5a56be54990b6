import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import type { ExchangeMessage } from '../contract/message.ts'
import { positionForgotten } from '../contract/message.ts'
import { topicSubscribed } from '../contract/topic-event.ts'
import type { TopicAnswer, TopicRequest } from '../rules/topic-messages.ts'
import { noteReader } from '../store/loads.ts'
import { findBounds } from '../store/publications.ts'
import {
  endSubscription,
  getSubscriptionForUpdate,
  replaceSubscription,
  takeBackDeliveries,
} from '../store/subscriptions.ts'
import { readPublications } from './read-publications.ts'

const usualLimit = 50

/** What the publisher answers a member that has access to the topic, and the persons of whom it tells. */
export async function serveTopic(
  context: Context,
  { contract: topic, consumer, purpose, system, body }: ExchangeMessage,
  ground: string,
): Promise<{ body: TopicAnswer; subjects: string[] } | Refused<'exchange.position-forgotten'>> {
  const { tx, now } = context
  const { ask, after, limit = usualLimit } = body as TopicRequest
  const key = { topic, consumer, purpose }
  const subscription = await getSubscriptionForUpdate(tx, key)
  if (ask === 'unsubscribe') {
    const before = await takeBackDeliveries(tx, key, null, now)
    const position = before ?? subscription?.position ?? 0
    if (subscription !== null) endSubscription(tx, key, { state: 'ended', reason: null, position, now })
    return { body: { position }, subjects: [] }
  }
  const { last, oldest } = await findBounds(tx, tx.tenant, topic)
  const wanted = after ?? (ask === 'read' ? 0 : (subscription?.position ?? last))
  if (wanted > 0 && wanted < last && (oldest === null || wanted + 1 < oldest))
    return refuse(positionForgotten, { pointer: '/body/after', params: { topic, oldest: oldest ?? last + 1 } })
  if (ask === 'read') {
    noteReader(tx, topic, consumer, purpose, now)
    const { position, items } = await readPublications(context, topic, wanted, limit)
    return { body: { position, items: [...items] }, subjects: [...new Set(items.flatMap(item => item.subjects))] }
  }
  // What was under way to this subscriber is handed anew from the place where it begins.
  const before = await takeBackDeliveries(tx, key, null, now)
  const begins = Math.min(after ?? before ?? wanted, last)
  replaceSubscription(tx, { ...key, system, ground, position: begins, now })
  await context.emit(topicSubscribed, { subject: `${topic}/${consumer}`, data: key, ground })
  return { body: { position: begins }, subjects: [] }
}
