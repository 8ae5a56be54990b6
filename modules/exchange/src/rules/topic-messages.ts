import { type Static, Type } from 'typebox'
import { TopicMessage } from '../contract/topic.ts'

/**
 * What a member says to the publisher of a topic. `subscribe`: tell me everything after a place; absent: from now on, or from where I
 * stopped. `unsubscribe`: tell me nothing more. `read`: give me what stands after a place, without a subscription.
 */
export const TopicRequest = Type.Object(
  {
    ask: Type.Union([Type.Literal('subscribe'), Type.Literal('unsubscribe'), Type.Literal('read')]),
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
)
/** What a member says to the publisher of a topic. */
export type TopicRequest = Static<typeof TopicRequest>

/** What the publisher answers: what stands there when it was asked to be read, and the place to go on after. */
export const TopicAnswer = Type.Object({
  position: Type.Integer({ minimum: 0 }),
  items: Type.Optional(Type.Array(TopicMessage, { maxItems: 100 })),
})
/** What the publisher answers. */
export type TopicAnswer = Static<typeof TopicAnswer>

/** What the publisher tells a subscriber: a message of the topic, or that it stops, and why. */
export const TopicDelivery = Type.Union([
  TopicMessage,
  Type.Object({ stopped: Type.String({ maxLength: 100 }) }, { additionalProperties: false }),
])
/** What the publisher tells a subscriber. */
export type TopicDelivery = Static<typeof TopicDelivery>

/** What a subscriber answers to what it is told. */
export const TopicReceipt = Type.Object({ accepted: Type.Literal(true) }, { additionalProperties: false })
