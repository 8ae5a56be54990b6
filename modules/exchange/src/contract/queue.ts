import { event, Instant, OrganisationId, operation, PageInput, page, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Ground } from './access.ts'
import { bodyInvalid, contractNotFound, messageIdReused } from './message.ts'
import { sentFileRefusals } from './sent-file.ts'
import { ServiceVersion } from './service-version.ts'

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
  /** Who is asked; of a message of a topic: who is told. */
  provider: OrganisationId,
  /** Place in its topic; null where it is no message of a topic. */
  position: Type.Union([Type.Integer(), Type.Null()]),
  purpose: Type.String(),
  /** The purpose in the words of the jurisdiction; absent where it has none. */
  purposeTitle: Type.Optional(Text),
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
    /** Files that were begun with `exchange.begin-file`. */
    files: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100, uniqueItems: true })),
    body: Type.Unknown(),
  }),
  output: Type.Object({ message: MessageId, state: State }),
  permission: 'exchange.message.send',
  refusals: [contractNotFound, bodyInvalid, messageIdReused, ...sentFileRefusals],
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
  input: Type.Object({
    organisation: OrganisationId,
    message: MessageId,
    /** Why; it stands in the audit. */
    reason: Type.Optional(Type.String({ minLength: 3, maxLength: 500 })),
  }),
  output: Type.Object({ message: MessageId }),
  permission: 'exchange.queue.repair',
  refusals: [queuedNotFound, queuedNotDead],
})

/** Sends everything that was given up anew. */
export const replayMessages = operation({
  name: 'exchange.replay-messages',
  does: 'Sends the messages anew that were given up, at most five hundred at once: all of them, or those of one service or one reason. The reason for it is written to the audit.',
  input: Type.Object({
    organisation: OrganisationId,
    contract: Type.Optional(ServiceVersion),
    /** What they ended with. */
    code: Type.Optional(Type.String({ maxLength: 100 })),
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  output: Type.Object({ sent: Type.Integer({ minimum: 0 }) }),
  permission: 'exchange.queue.repair',
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

/** How one agency keeps the term of one contract. */
export const AnswerTermLine = Type.Object({
  provider: OrganisationId,
  contract: ServiceVersion,
  /** Within what time the contract promises an answer, milliseconds. */
  term: Type.Integer(),
  /** Questions without an answer, and those of them whose term is over. */
  waiting: Type.Integer(),
  overdue: Type.Integer(),
  /** When the oldest of the overdue was asked, and what the last attempt at it ended with. */
  oldest: Type.Union([Instant, Type.Null()]),
  code: Type.Union([Type.String(), Type.Null()]),
  /** Answers of the last thirty days, and those of them that came after their term. */
  answered: Type.Integer(),
  late: Type.Integer(),
})
/** How one agency keeps the term of one contract. */
export type AnswerTermLine = Static<typeof AnswerTermLine>

/** Overdue answers by agency. */
export const listAnswerTerms = operation({
  name: 'exchange.list-answer-terms',
  does: 'Lists how the agencies that an organisation asks through the queue keep the answer terms of their contracts: overdue first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(AnswerTermLine) }),
  permission: 'exchange.queue.read',
})

/** A question of the exchange to an organisation's own system. */
export const OutsideCall = Type.Object({
  message: MessageId,
  contract: ServiceVersion,
  consumer: OrganisationId,
  /** `asked`: no answer yet; `answered`: the answer waits to be fetched; `refused`: by the own system; `served`: the consumer has it. */
  state: Type.Union([Type.Literal('asked'), Type.Literal('answered'), Type.Literal('refused'), Type.Literal('served')]),
  asked: Instant,
  /** Until when the contract promises the answer. */
  term: Instant,
  ended: Type.Union([Instant, Type.Null()]),
  late: Type.Boolean(),
  attempts: Type.Integer(),
  /** Why the last attempt gave no answer, e.g. `timed-out`, with a status, a place or a code; null where nothing is wrong. */
  reason: Type.Union([Type.String(), Type.Null()]),
  detail: Type.Union([Type.String(), Type.Null()]),
  /** What an X-Road security server says of its answer (PR-REST 4.3); null where there is no such server. */
  evidence: Type.Union([
    Type.Object({
      /** `X-Road-Request-Hash`: proves which request was answered. */
      requestHash: Type.Union([Type.String(), Type.Null()]),
      /** `X-Road-Request-Id`. */
      requestId: Type.Union([Type.String(), Type.Null()]),
    }),
    Type.Null(),
  ]),
})
/** A question of the exchange to an organisation's own system. */
export type OutsideCall = Static<typeof OutsideCall>

/** How an organisation's own systems answer. */
export const listOutsideCalls = operation({
  name: 'exchange.list-outside-calls',
  does: 'Lists what the exchange asked of an organisation’s own systems, newest first, and why there is no answer.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    /** `open`: not answered; `late`: not answered within the term. */
    only: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('late')])),
    ...PageInput.properties,
  }),
  output: page(OutsideCall),
  permission: 'exchange.queue.read',
})
