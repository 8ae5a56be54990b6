import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { notSubscribed } from '../contract/message.ts'
import { unsubscribeTopic } from '../contract/topic.ts'
import { enqueue } from '../queueing.ts'
import { findService } from '../rules/service-version.ts'
import { findFollowed, updateFollowed } from '../store/followed.ts'

/** Ends a subscription, and tells the publisher where the topic is still published. */
export const unsubscribeTopicHandler = handle(unsubscribeTopic, {
  tenant: input => input.organisation,
  async run({ organisation, topic, purpose }, context) {
    const followed = await findFollowed(context.tx, organisation, topic, purpose)
    if (followed === null || followed.state === 'ended')
      return refuse(notSubscribed, { pointer: '/topic', params: { topic, purpose } })
    updateFollowed(context.tx, followed, { state: 'ended', reason: null, now: context.now })
    context.concerns([], [`contract:${topic}`, `purpose:${purpose}`])
    const contract = findService(context.port(packages), topic)?.contract
    if (contract !== undefined)
      await enqueue(context, contract, {
        id: context.ids.newUuid(),
        contract: topic,
        purpose,
        ground: followed.ground,
        subjects: [],
        case: null,
        body: { ask: 'unsubscribe' },
      })
    return { topic }
  },
})
