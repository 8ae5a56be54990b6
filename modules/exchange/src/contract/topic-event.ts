import { event, OrganisationId } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** What happened to the record that a message of a topic is about. */
export const TopicEvent = Type.Union([
  Type.Literal('registered'),
  Type.Literal('changed'),
  Type.Literal('merged'),
  Type.Literal('destroyed'),
])
/** What happened to the record that a message of a topic is about. */
export type TopicEvent = Static<typeof TopicEvent>

const TopicVersion = Type.String({ description: '`provider.name@major`' })

/** A member began to be told what is said on a topic. */
export const topicSubscribed = event({
  type: 'exchange.topic-subscribed',
  does: 'A member began to be told what is said on a topic.',
  data: Type.Object({ topic: TopicVersion, consumer: OrganisationId, purpose: Type.String() }),
})
/** The publisher stopped telling a member what is said on a topic. */
export const subscriptionStopped = event({
  type: 'exchange.subscription-stopped',
  does: 'The publisher of a topic stopped telling a member, for a reason.',
  data: Type.Object({ topic: TopicVersion, consumer: OrganisationId, purpose: Type.String(), reason: Type.String() }),
})
/** A message of a topic came. Thin: its content is read by `read-topic`. */
export const topicMessageReceived = event({
  type: 'exchange.topic-message-received',
  does: 'A message of a topic that an organisation follows came, for the first time.',
  data: Type.Object({
    topic: TopicVersion,
    position: Type.Integer({ minimum: 1 }),
    key: Type.String(),
    event: TopicEvent,
  }),
})
