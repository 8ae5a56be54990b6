import { event, Instant, OrganisationId, operation, PageInput, page, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Ground, ServiceVersion } from './access.ts'
import { bodyInvalid, contractNotFound, messageIdReused } from './message.ts'

const MessageId = Type.String({ format: 'uuid' })
const State = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('answered'),
  Type.Literal('dead'),
  Type.Literal('discarded'),
])

/** A message of the queue, without its body. */
export const QueuedMessage = Type.Object({
  message: MessageId,
  contract: ServiceVersion,
  provider: OrganisationId,
  purpose: Type.String(),
  case: Type.Union([Type.String(), Type.Null()]),
  /** `waiting`: tried again at `due`; `dead`: given up with `code`; `discarded`: an official gave it up for good. */
  state: State,
  since: Instant,
  due: Instant,
  giveUp: Instant,
  attempts: Type.Integer(),
  /** What the last attempt ended with; null before the first, and after an answer. */
  code: Type.Union([Type.String(), Type.Null()]),
})
/** A message of the queue. */
export type QueuedMessage = Static<typeof QueuedMessage>

/** There is no such message in the queue. */
export const queuedNotFound = refusal('exchange.queued-not-found', 'not-found')
/** Only a message that was given up can be sent anew or discarded. */
export const queuedNotDead = refusal('exchange.queued-not-dead', 'conflict')

/** A queued message has its answer. */
export const messageAnswered = event({
  type: 'exchange.message-answered',
  does: 'A message that was sent without waiting has been answered.',
  data: Type.Object({ message: MessageId, contract: ServiceVersion }),
})
/** A queued message was given up. */
export const messageDied = event({
  type: 'exchange.message-died',
  does: 'A message that was sent without waiting was given up: it was refused, or its term is over.',
  data: Type.Object({ message: MessageId, contract: ServiceVersion, code: Type.String() }),
})

/** Sends a message without waiting. */
export const sendMessage = operation({
  name: 'exchange.send-message',
  does: 'Puts a message in the durable queue: it is sent until it is answered or its term is over. The same id again is the same message.',
  input: Type.Object({
    organisation: OrganisationId,
    /** Made by the sender. */
    message: MessageId,
    contract: ServiceVersion,
    purpose: Type.String({ minLength: 1, maxLength: 100 }),
    ground: Ground,
    subjects: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50 })),
    case: Type.Optional(Type.String({ maxLength: 100 })),
    body: Type.Unknown(),
  }),
  output: Type.Object({ message: MessageId, state: State }),
  permission: 'exchange.message.send',
  refusals: [contractNotFound, bodyInvalid, messageIdReused],
})

/** The queue of an organisation. */
export const listQueue = operation({
  name: 'exchange.list-queue',
  does: 'Lists the messages that an organisation sends without waiting, newest first: what waits, and what was given up and why.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, state: Type.Optional(State), ...PageInput.properties }),
  output: page(QueuedMessage),
  permission: 'exchange.queue.read',
})

/** Sends a message that was given up anew. */
export const replayMessage = operation({
  name: 'exchange.replay-message',
  does: 'Sends a message that was given up anew, under the same id, so that a provider that has it already answers as before.',
  input: Type.Object({ organisation: OrganisationId, message: MessageId }),
  output: Type.Object({ message: MessageId }),
  permission: 'exchange.queue.repair',
  refusals: [queuedNotFound, queuedNotDead],
})

/** Gives a message up for good. */
export const discardMessage = operation({
  name: 'exchange.discard-message',
  does: 'Gives a dead message up for good, with the reason in the audit.',
  input: Type.Object({
    organisation: OrganisationId,
    message: MessageId,
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  output: Type.Object({ message: MessageId }),
  permission: 'exchange.queue.repair',
  refusals: [queuedNotFound, queuedNotDead],
})
