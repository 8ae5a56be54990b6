import { isErased, keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { notSubscribed } from '../contract/message.ts'
import { readTopic, type TopicMessage } from '../contract/topic.ts'
import { listFollowed, listReceived } from '../store/followed.ts'
import { placeOfReceived } from '../topics/take-delivery.ts'

const usualLimit = 50

/** Reads what an organisation was told on a topic; what is about erased persons is left out. */
export const readTopicHandler = handle(readTopic, {
  tenant: input => input.organisation,
  async run({ organisation, topic, after = 0, limit = usualLimit }, context) {
    const { tx } = context
    const follows = (await listFollowed(tx, organisation)).some(followed => followed.topic === topic)
    if (!follows) return refuse(notSubscribed, { pointer: '/topic', params: { topic, purpose: '' } })
    const items: TopicMessage[] = []
    const found = await listReceived(tx, organisation, topic, after, limit)
    for (const { position, sealedFor, body, subjects } of found) {
      const opened = await context
        .port(keyring)
        .open(tx, organisation, sealedFor, body, placeOfReceived(topic, position))
      if (isErased(opened)) continue
      items.push(JSON.parse(new TextDecoder().decode(opened)) as TopicMessage)
      context.concerns(subjects, [`contract:${topic}`])
    }
    return { items, next: found.at(-1)?.position ?? after }
  },
})
