import { packages } from '@tereze/catalogue/contract'
import { type Context, job } from '@tereze/foundation-operations'
import { enqueue } from '../queueing.ts'
import { decideHandOver, subscriberWindow } from '../rules/decide-hand-over.ts'
import { findService } from '../rules/service-version.ts'
import {
  countOpenDeliveries,
  dueSubscriptions,
  getSubscriptionForUpdate,
  listSubscriptionsToLookAt,
  type SubscriptionKey,
  updateHandedOver,
} from '../store/subscriptions.ts'
import { filesForSubscriber } from '../topics/files-for-subscriber.ts'
import { judgeSubscription } from '../topics/judge-subscription.ts'
import { readPublications } from '../topics/read-publications.ts'
import { stopSubscription } from '../topics/stop-subscription.ts'

/** How long a subscription of which nothing was said is not looked at; its access may have ended meanwhile. */
const rest = 60_000

/** Puts what was said since in the queue for one subscriber, as much as its window holds; or stops telling it. Returns how much. */
async function handOver(context: Context, key: SubscriptionKey): Promise<number> {
  const { tx, now, ids } = context
  const subscription = await getSubscriptionForUpdate(tx, key)
  if (subscription?.state !== 'active') return 0
  const { access, paused } = await judgeSubscription(context, subscription)
  const decided = decideHandOver(access, paused, await countOpenDeliveries(tx, key))
  const contract = findService(context.port(packages), key.topic)?.contract
  if ('stop' in decided || contract === undefined) {
    await stopSubscription(context, subscription, 'stop' in decided ? decided.stop : '')
    return 0
  }
  const { topic, consumer, purpose } = key
  const said = await readPublications(context, topic, subscription.position, decided.hand)
  for (const item of said.items) {
    const files = item.files === undefined ? undefined : filesForSubscriber(context, key, item.files)
    const body = files === undefined ? item : { ...item, files }
    await enqueue(context, contract, {
      id: ids.newUuid(),
      contract: topic,
      purpose,
      ground: subscription.ground,
      subjects: body.subjects,
      case: null,
      ...(files === undefined ? {} : { files }),
      body,
      delivery: { receiver: consumer, lane: `${topic}/${consumer}/${purpose}/${body.key}`, position: body.position },
    })
  }
  updateHandedOver(tx, key, said.position, now)
  return said.items.length
}

/** Hands what is said on topics over to the queue, for each subscriber at its own pace, as long as it has access. */
export const handOverTopics = job({
  name: 'exchange.hand-over-topics',
  every: 2_000,
  due: dueSubscriptions,
  async run({ database, clock, write, report }) {
    const before = new Date(clock.now().getTime() - rest)
    let handed = 0
    for (const { tenant, ...key } of await listSubscriptionsToLookAt(database, before, subscriberWindow))
      try {
        handed += await write(tenant, context => handOver(context, key))
      } catch (error) {
        report(error)
      }
    return handed
  },
})
