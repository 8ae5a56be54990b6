import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { notSubscribed } from '../contract/message.ts'
import { subscriptionStopped } from '../contract/topic-event.ts'
import { enqueue } from '../queueing.ts'
import { findService } from '../rules/service-version.ts'
import { endSubscription, type SubscriptionRow, takeBackDeliveries } from '../store/subscriptions.ts'

/**
 * Stops telling a subscriber: what waits in the queue for it is taken back, and the subscription stands before the first of it, so that
 * nothing is lost when it begins anew. The subscriber is told why, unless it is the one who does not want to be told.
 */
export async function stopSubscription(
  context: Context,
  { topic, consumer, purpose, ground, position }: SubscriptionRow,
  reason: string,
): Promise<void> {
  const { tx, now } = context
  const before = await takeBackDeliveries(tx, { topic, consumer, purpose }, reason, now)
  endSubscription(tx, { topic, consumer, purpose }, { state: 'stopped', reason, position: before ?? position, now })
  await context.emit(subscriptionStopped, {
    subject: `${topic}/${consumer}`,
    data: { topic, consumer, purpose, reason },
  })
  const contract = findService(context.port(packages), topic)?.contract
  if (contract === undefined || reason === notSubscribed.code) return
  await enqueue(context, contract, {
    id: context.ids.newUuid(),
    contract: topic,
    purpose,
    ground,
    subjects: [],
    case: null,
    body: { stopped: reason },
    delivery: { receiver: consumer, lane: null, position: null },
  })
}
