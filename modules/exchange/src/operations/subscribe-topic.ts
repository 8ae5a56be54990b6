import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { contractNotFound } from '../contract/message.ts'
import { subscribeTopic } from '../contract/topic.ts'
import { enqueue } from '../queueing.ts'
import { isTopic } from '../rules/contract-definition.ts'
import { findService } from '../rules/service-version.ts'
import { replaceFollowed } from '../store/followed.ts'

/** Asks the publisher of a topic to tell what is said on it. */
export const subscribeTopicHandler = handle(subscribeTopic, {
  tenant: input => input.organisation,
  async run({ topic, purpose, ground, after }, context) {
    const contract = findService(context.port(packages), topic)?.contract
    if (contract === undefined || !isTopic(contract))
      return refuse(contractNotFound, { pointer: '/topic', params: { contract: topic } })
    const request = context.ids.newUuid()
    replaceFollowed(context.tx, { topic, purpose, ground, request, now: context.now })
    await enqueue(context, contract, {
      id: request,
      contract: topic,
      purpose,
      ground,
      subjects: [],
      case: null,
      body: { ask: 'subscribe', ...(after === undefined ? {} : { after }) },
    })
    context.concerns([], [`contract:${topic}`, `purpose:${purpose}`, `ground:${ground}`])
    return { request }
  },
})
