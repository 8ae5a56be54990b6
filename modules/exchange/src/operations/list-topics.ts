import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listTopics } from '../contract/topic.ts'
import { listTopicDefinitions } from '../rules/topics-of.ts'
import { findBounds } from '../store/publications.ts'
import { listStandingSubscriptions } from '../store/subscriptions.ts'
import { wordsOfPurpose } from '../views/line-words.ts'

/** Lists the topics of an organisation with their subscribers. */
export const listTopicsHandler = handle(listTopics, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, port }) {
    const subscriptions = await listStandingSubscriptions(tx, organisation)
    const own = listTopicDefinitions(port(packages)).filter(({ contract }) => contract.provider === organisation)
    const items = []
    for (const { topic, pack, contract } of own) {
      const { register, on } = contract.serves.topic
      items.push({
        topic,
        title: { ...textOf(pack, 'title') },
        register,
        events: [...on],
        ...(await findBounds(tx, organisation, topic)),
        subscribers: subscriptions
          .filter(subscription => subscription.topic === topic)
          .map(({ consumer, purpose, state, reason, since, last, position, waiting, dead, trouble }) => ({
            consumer,
            purpose,
            ...wordsOfPurpose(port(packages), organisation, purpose),
            state,
            reason,
            since,
            lag: last - position + waiting + dead,
            waiting,
            dead,
            trouble,
          })),
      })
    }
    return { items }
  },
})
