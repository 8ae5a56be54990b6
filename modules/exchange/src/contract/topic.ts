import { Instant, OrganisationId, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Ground } from './access.ts'
import { contractNotFound, notSubscribed } from './message.ts'
import { SentFile } from './sent-file.ts'
import { ServiceVersion } from './service-version.ts'
import { TopicEvent } from './topic-event.ts'

const Position = Type.Integer({ minimum: 0 })
const Purpose = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 100 })
const Reason = Type.Union([Type.String(), Type.Null()])

/** A message of a topic. */
export const TopicMessage = Type.Object({
  /** Place in the topic: 1, 2, 3 … The same place is always the same message. */
  position: Position,
  event: TopicEvent,
  /** The record it is about; messages about one record come in order. */
  key: Type.String({ maxLength: 200 }),
  /** Version of the record; null where there is none any more. */
  version: Type.Union([Type.Integer(), Type.Null()]),
  at: Instant,
  subjects: Type.Array(Type.String(), { maxItems: 50 }),
  /** What the contract of the topic promises; null where the record is no more. */
  data: Type.Unknown(),
  /** Its files; absent where the topic has none. */
  files: Type.Optional(Type.Array(SentFile, { maxItems: 100 })),
  /** Why files that should be there could not be made: `too-large`, `answer-wrong`. */
  withoutFiles: Type.Optional(Type.String({ maxLength: 100 })),
})
/** A message of a topic. */
export type TopicMessage = Static<typeof TopicMessage>

/** How a subscription stands with the publisher. */
export const SubscriptionState = Type.Union([Type.Literal('active'), Type.Literal('stopped'), Type.Literal('ended')])

/** One subscriber of a topic, as its publisher sees it. */
export const Subscription = Type.Object({
  consumer: OrganisationId,
  purpose: Type.String(),
  /** The purpose in the words of the jurisdiction; absent where it has none. */
  purposeTitle: Type.Optional(Text),
  /** `stopped`: by the publisher, for `reason`; `ended`: by the subscriber. */
  state: SubscriptionState,
  /** Code of why it was stopped. */
  reason: Reason,
  since: Instant,
  /** Messages of the topic that the subscriber has not taken yet. */
  lag: Type.Integer({ minimum: 0 }),
  /** Of these, those that are under way or wait for another attempt, and those that were given up. */
  waiting: Type.Integer({ minimum: 0 }),
  dead: Type.Integer({ minimum: 0 }),
  /** What the last attempt at the oldest of them ended with; null where nothing is wrong. */
  trouble: Reason,
})
/** One subscriber of a topic. */
export type Subscription = Static<typeof Subscription>

/** A topic with its subscribers, as its publisher sees it. */
export const Topic = Type.Object({
  topic: ServiceVersion,
  title: Text,
  register: Type.String(),
  events: Type.Array(TopicEvent),
  /** Place of the last message; 0: nothing was said yet. */
  last: Position,
  /** Place of the oldest message that is still kept; null: none is. */
  oldest: Type.Union([Position, Type.Null()]),
  subscribers: Type.Array(Subscription),
})
/** A topic with its subscribers. */
export type Topic = Static<typeof Topic>

/** What an organisation follows, as it sees it itself. */
export const Followed = Type.Object({
  topic: ServiceVersion,
  title: Text,
  provider: OrganisationId,
  purpose: Type.String(),
  /** The purpose in the words of the jurisdiction; absent where it has none. */
  purposeTitle: Type.Optional(Text),
  ground: Type.String(),
  /** `asked`: no answer yet; `refused`: by the publisher; `stopped`: by the publisher, later; `ended`: by this organisation. */
  state: Type.Union([
    Type.Literal('asked'),
    Type.Literal('active'),
    Type.Literal('refused'),
    Type.Literal('stopped'),
    Type.Literal('ended'),
  ]),
  reason: Reason,
  since: Instant,
  /** How many messages are kept, the highest place among them, and when the last one came. */
  received: Type.Integer({ minimum: 0 }),
  last: Position,
  lastAt: Type.Union([Instant, Type.Null()]),
})
/** What an organisation follows. */
export type Followed = Static<typeof Followed>

/** Follows a topic. */
export const subscribeTopic = operation({
  name: 'exchange.subscribe-topic',
  does: 'Asks the publisher of a topic, by a signed message, to tell everything that is said on it: from now on, from where it stopped, or after a place.',
  input: Type.Object({
    organisation: OrganisationId,
    topic: ServiceVersion,
    purpose: Purpose,
    ground: Ground,
    /** Everything after this place is told, as far as it is kept; absent: from now on, or from where it stopped. */
    after: Type.Optional(Position),
  }),
  output: Type.Object({ request: Type.String({ format: 'uuid' }) }),
  permission: 'exchange.topic.subscribe',
  refusals: [contractNotFound],
})

/** Follows a topic no longer. */
export const unsubscribeTopic = operation({
  name: 'exchange.unsubscribe-topic',
  does: 'Ends a subscription to a topic: nothing more is taken from now on, and the publisher is told by a signed message.',
  input: Type.Object({ organisation: OrganisationId, topic: ServiceVersion, purpose: Purpose }),
  output: Type.Object({ topic: ServiceVersion }),
  permission: 'exchange.topic.subscribe',
  refusals: [notSubscribed],
})

/** What an organisation publishes, and who is told. */
export const listTopics = operation({
  name: 'exchange.list-topics',
  does: 'Lists the topics that an organisation publishes with their subscribers: how far each is behind, and why.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(Topic) }),
  permission: 'exchange.queue.read',
})

/** What an organisation follows. */
export const listSubscriptions = operation({
  name: 'exchange.list-subscriptions',
  does: 'Lists the topics that an organisation follows: how each subscription stands, why, and what came last.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(Followed) }),
  permission: 'exchange.queue.read',
})

/** What was told. */
export const readTopic = operation({
  name: 'exchange.read-topic',
  does: 'Reads what an organisation was told on a topic after a place, in order, with its content; an access to the data of the persons it is about.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    topic: ServiceVersion,
    after: Type.Optional(Position),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  output: Type.Object({
    items: Type.Array(TopicMessage),
    /** The place to read on after. */
    next: Position,
  }),
  permission: 'exchange.topic.read',
  refusals: [notSubscribed],
})
