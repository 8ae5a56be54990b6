import {
  event,
  Instant,
  OrganisationId,
  operation,
  PageInput,
  page,
  port,
  protocol,
  refusal,
  Text,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { certificateRefusals } from './certificate.ts'
import { consentAwaited, consentChanged, consentNotPossible, consentRefused, consentTimedOut } from './consent.ts'
import { SentFile, sentFileRefusals } from './sent-file.ts'
import { topicMessageReceived, topicSubscribed } from './topic-event.ts'

/** What a member signs (payload of a compact JWS, RFC 7515: `alg` ES256, `typ` tereze-message+jws, `kid` the key’s RFC 7638 thumbprint). */
export const ExchangeMessage = Type.Object({
  /** Made by the sender; the same id again is the same message. */
  id: Type.String({ format: 'uuid' }),
  /** `provider.name@major`. */
  contract: Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*@[0-9]+$' }),
  consumer: OrganisationId,
  /** The consumer's information system whose key signs. */
  system: Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' }),
  provider: OrganisationId,
  purpose: Type.String({ minLength: 1, maxLength: 100 }),
  ground: Type.Optional(Type.String({ maxLength: 200 })),
  /** Persons the message is about, by id where the sender knows it. */
  subjects: Type.Optional(Type.Array(Type.String(), { maxItems: 50 })),
  case: Type.Optional(Type.String()),
  time: Instant,
  /** Files that were sent before it, each with its digest. */
  files: Type.Optional(Type.Array(SentFile, { maxItems: 100 })),
  body: Type.Unknown(),
})
/** What a member signs. */
export type ExchangeMessage = Static<typeof ExchangeMessage>

/** What the provider signs in answer (`typ` tereze-reply+jws). */
export const ExchangeReply = Type.Object({
  id: Type.String({ format: 'uuid' }),
  inReplyTo: Type.String({ format: 'uuid' }),
  contract: Type.String(),
  provider: OrganisationId,
  consumer: OrganisationId,
  time: Instant,
  /** Files that come after it, each with its digest. */
  files: Type.Optional(Type.Array(SentFile, { maxItems: 100 })),
  body: Type.Unknown(),
})
/** What the provider signs in answer. */
export type ExchangeReply = Static<typeof ExchangeReply>

/** The signature is missing, broken or by a key that the member has not registered. */
export const signatureInvalid = refusal('exchange.signature-invalid', 'unauthenticated')
/** The body is not a signed message. */
export const messageMalformed = refusal('exchange.message-malformed', 'invalid')
/** The message's time is too far from now. */
export const messageStale = refusal('exchange.message-stale', 'invalid')
/** Another message came with this id. */
export const messageIdReused = refusal('exchange.message-id-reused', 'conflict')
/** There is no such contract or version. */
export const contractNotFound = refusal('exchange.contract-not-found', 'not-found')
/** The contract gives this consumer no access for this purpose today. */
export const accessNotGranted = refusal('exchange.access-not-granted', 'forbidden')
/** The body does not fit the contract; each wrong field is listed. */
export const bodyInvalid = refusal('exchange.body-invalid', 'invalid')
/** A condition of the contract does not hold; which one is in `also`, in the contract's own words. */
export const messageRefused = refusal('exchange.message-refused', 'invalid')
/** The provider has already a record under this key, with other content. */
export const factKnownOtherwise = refusal('exchange.fact-known-otherwise', 'conflict')
/** The provider does not answer now; the message is not lost. */
export const providerUnavailable = refusal('exchange.provider-unavailable', 'unavailable')

/** The member's own system was asked and has not answered yet; the same message again gives the answer when it is there. */
export const answerAwaited = refusal('exchange.answer-awaited', 'unavailable')
/** What the member's own system answered does not fit the contract; it is asked anew with the same message. */
export const memberAnswerWrong = refusal('exchange.member-answer-wrong', 'unavailable')
/** What came back is, by the hash that it carries, the answer to another request; asked anew with the same message. */
export const answerUnbound = refusal('exchange.answer-unbound', 'unavailable')
/** The member's own system refused the message. */
export const memberRefused = refusal('exchange.member-refused', 'invalid')

/** The provider has closed the service for maintenance, until a moment. */
export const servicePaused = refusal('exchange.service-paused', 'unavailable')
/** The member asks more often than the contract allows. */
export const rateExceeded = refusal('exchange.rate-exceeded', 'too-many')
/** What came back is no reply to the message: its signature, its addressee or its shape is wrong. */
export const replyWrong = refusal('exchange.reply-wrong', 'unavailable')
/** The address of the other installation is not one that messages may go to. */
export const addressForbidden = refusal('exchange.address-forbidden', 'forbidden')

/** The organisation does not follow this topic for this purpose. */
export const notSubscribed = refusal('exchange.not-subscribed', 'forbidden')
/** What stood after this place of the topic is not kept any more. */
export const positionForgotten = refusal('exchange.position-forgotten', 'gone')

/** The key is registered for another system of the member. */
export const keyRegistered = refusal('exchange.key-registered', 'conflict')

/** A message was received and is kept. */
export const messageReceived = event({
  type: 'exchange.message-received',
  does: 'A signed message was received and accepted by its provider.',
  data: Type.Object({ message: Type.String(), contract: Type.String(), consumer: OrganisationId }),
})

const messageRefusals = [
  signatureInvalid,
  ...certificateRefusals,
  messageMalformed,
  messageStale,
  messageIdReused,
  contractNotFound,
  accessNotGranted,
  bodyInvalid,
  messageRefused,
  factKnownOtherwise,
  providerUnavailable,
  servicePaused,
  rateExceeded,
  answerAwaited,
  memberAnswerWrong,
  answerUnbound,
  memberRefused,
  consentAwaited,
  consentRefused,
  consentTimedOut,
  consentNotPossible,
  notSubscribed,
  positionForgotten,
  ...sentFileRefusals,
] as const

/**
 * Serves a signed message on the provider's side: verify, check access and shape, act, answer, log; all in one transaction of the
 * provider. Where the provider's own system is to be asked first, which no transaction may wait for, `awaits` is the message's id.
 */
export const serveMessage = operation({
  name: 'exchange.serve-message',
  does: 'Serves a member’s signed message on the provider’s side and gives the signed reply.',
  input: Type.Object({ message: Type.String({ minLength: 1, maxLength: 262_144 }), provider: OrganisationId }),
  /** One of them. */
  output: Type.Object({
    reply: Type.Optional(Type.String()),
    awaits: Type.Optional(Type.String({ format: 'uuid' })),
    /** The message for which a person is asked for consent. */
    consent: Type.Optional(Type.String({ format: 'uuid' })),
  }),
  permission: 'exchange.message.deliver',
  refusals: messageRefusals,
  emits: [messageReceived, topicSubscribed, topicMessageReceived, consentChanged],
})

/** The door for members: a signed message in, a signed reply out (`application/jose`). */
export const deliverMessage = protocol({
  name: 'exchange.deliver-message',
  does: 'Takes a signed message of a member and gives the provider’s signed reply.',
  method: 'POST',
  path: '/exchange/v1/messages',
  permission: 'exchange.message.receive',
  refusals: messageRefusals,
  limit: 262_144,
  audited: true,
})

/** A question of one organisation to another under a contract. */
export interface Question {
  readonly id: string
  readonly contract: string
  /** Who is told, where it is not the provider of the contract: the subscriber of a topic. */
  readonly receiver?: string
  readonly consumer: string
  readonly purpose: string
  readonly ground: string
  readonly subjects: readonly string[]
  readonly case: string | null
  /** Files that the consumer has sent, or is sending. */
  readonly files?: readonly SentFile[]
  readonly body: unknown
}

/** What came back: the answer's body with the message id and time that its source line shows. */
export type Answer =
  | {
      readonly ok: true
      readonly message: string
      readonly at: string
      readonly body: unknown
      /** Files that came with it, all of them here and checked; absent where there are none. */
      readonly files?: readonly SentFile[]
    }
  | { readonly ok: false; readonly code: string; readonly retry: boolean }

/** Asks another organisation; signed both ways, logged on both sides. Talks to the outside, so never inside a transaction. */
export const asking = port<{ ask(question: Question): Promise<Answer> }>('exchange.asking')

/** One line of the exchange log, without the body. */
export const LogLine = Type.Object({
  message: Type.String(),
  direction: Type.Union([Type.Literal('sent'), Type.Literal('received')]),
  contract: Type.String(),
  /** The contract in words; absent when its package is not published any more. */
  contractTitle: Type.Optional(Text),
  peer: OrganisationId,
  purpose: Type.String(),
  /** The purpose in the words of the jurisdiction; absent where it has none. */
  purposeTitle: Type.Optional(Text),
  ground: Type.Union([Type.String(), Type.Null()]),
  case: Type.Union([Type.String(), Type.Null()]),
  time: Instant,
  outcome: Type.String(),
  /** Under which the consent service keeps the person’s consent; absent where the contract needs none. */
  consent: Type.Optional(Type.String()),
})
/** One line of the exchange log. */
export type LogLine = Static<typeof LogLine>

/** The exchange log of an organisation. */
export const listMessages = operation({
  name: 'exchange.list-messages',
  does: 'Lists the messages an organisation sent and received, newest first, without bodies.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    contract: Type.Optional(Type.String()),
    outcome: Type.Optional(Type.String()),
    direction: Type.Optional(Type.Union([Type.Literal('sent'), Type.Literal('received')])),
    /** The other member. */
    peer: Type.Optional(OrganisationId),
    purpose: Type.Optional(Type.String({ maxLength: 100 })),
    case: Type.Optional(Type.String({ maxLength: 100 })),
    /** Id of a person whom the messages are about; such a search is an access to that person's data. */
    subject: Type.Optional(Type.String({ maxLength: 100 })),
    message: Type.Optional(Type.String({ format: 'uuid' })),
    /** From this instant on. */
    from: Type.Optional(Instant),
    /** Before this instant. */
    until: Type.Optional(Instant),
    ...PageInput.properties,
  }),
  output: page(LogLine),
  permission: 'exchange.log.read',
})

/** The public key of a member's system. */
export const registerKey = operation({
  name: 'exchange.register-key',
  does: 'Registers the public key with which a member signs.',
  input: Type.Object({
    organisation: OrganisationId,
    system: Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' }),
    jwk: Type.Record(Type.String(), Type.Unknown()),
  }),
  output: Type.Object({ kid: Type.String() }),
  permission: 'exchange.key.register',
  refusals: [messageMalformed, keyRegistered],
})
