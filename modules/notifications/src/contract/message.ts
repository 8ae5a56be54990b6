import type { Context } from '@tereze/foundation-operations'
import {
  event,
  FirmId,
  Instant,
  JsonObject,
  type Language,
  LanguageCode,
  OrganisationId,
  operation,
  PageInput,
  PartyId,
  PersonId,
  page,
  port,
  protocol,
  refusal,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a message to a person. */
export const MessageId = TypedId('message')
/** How a message travels. */
export const Channel = Type.Union([
  Type.Literal('cabinet'),
  Type.Literal('email'),
  Type.Literal('sms'),
  Type.Literal('push'),
  Type.Literal('messenger'),
  Type.Literal('letter'),
])
/** How a message travels. */
export type Channel = Static<typeof Channel>

/** Whether what is legally significant counts as delivered, by the law. */
export const Delivered = Type.Object({
  /** Null: not yet. */
  at: Type.Union([Instant, Type.Null()]),
  by: Type.Union([Type.Literal('opened'), Type.Literal('term'), Type.Null()]),
  /** When it counts as delivered though nobody opens it; null where the law has no such term. */
  latest: Type.Union([Instant, Type.Null()]),
  /** `act:<id>/<provision>`. */
  ground: Type.String(),
})
/** Whether what is legally significant counts as delivered, by the law. */
export type Delivered = Static<typeof Delivered>

/**
 * Why a channel failed: there is no address, the server will not take it, the address lets nothing through, it was given up, the person
 * does not want it any more. `unreachable` while it waits to be tried again.
 */
export const DeliveryProblem = Type.Enum(['no-address', 'rejected', 'bounced', 'given-up', 'refused', 'unreachable'])
/** Why a channel failed. */
export type DeliveryProblem = Static<typeof DeliveryProblem>

/** A message in a person's cabinet. */
export const Message = Type.Object({
  message: MessageId,
  organisation: OrganisationId,
  case: Type.Union([Type.String(), Type.Null()]),
  language: LanguageCode,
  title: Type.String(),
  /** Markdown. */
  text: Type.String(),
  /** Legally significant: a term may run from it. */
  significant: Type.Boolean(),
  /** Buttons: what they say and where they lead (`case`, `task`, `document`, `appeal`, `rate`, `situation`, `access`). */
  actions: Type.Array(Type.Object({ id: Type.String(), text: Type.String(), to: Type.String() })),
  sentAt: Instant,
  readAt: Type.Union([Instant, Type.Null()]),
  delivered: Type.Union([Delivered, Type.Null()]),
  deliveries: Type.Array(
    Type.Object({
      channel: Channel,
      state: Type.Union([Type.Literal('waiting'), Type.Literal('sent'), Type.Literal('failed')]),
      at: Type.Union([Instant, Type.Null()]),
      problem: Type.Union([DeliveryProblem, Type.Null()]),
      /** The channel that failed for good, after which this one was tried. */
      insteadOf: Type.Union([Channel, Type.Null()]),
    }),
  ),
})
/** A message in a person's cabinet. */
export type Message = Static<typeof Message>

/** The package has no such notice. */
export const noticeNotFound = refusal('notifications.notice-not-found', 'not-found')
/** There is no such message, or it is not for you. */
export const messageNotFound = refusal('notifications.message-not-found', 'not-found')
/** The gateway's signature is missing or wrong. */
export const gatewayNotTrusted = refusal('notifications.gateway-not-trusted', 'unauthenticated')

/** A message to a person was written; it travels after commit. */
export const personNotified = event({
  type: 'notifications.person-notified',
  does: 'A message to a person was written.',
  data: Type.Object({ message: MessageId, notice: Type.String(), case: Type.Union([Type.String(), Type.Null()]) }),
})

/** A message to a firm was written: those who may read it are told. */
export const firmNotified = event({
  type: 'notifications.firm-notified',
  does: 'A message to a firm was written.',
  data: Type.Object({ message: MessageId, firm: FirmId, case: Type.Union([Type.String(), Type.Null()]) }),
})

/** A person answered by SMS. The text is fetched by the one who asked (`get-answer`): events carry no personal data. */
export const answerReceived = event({
  type: 'notifications.answer-received',
  does: 'A person answered a message that waits for an answer.',
  data: Type.Object({
    answer: TypedId('answer'),
    person: PersonId,
    /** What the asked message named as the place of the answer. */
    organisation: OrganisationId,
    case: Type.String(),
    task: Type.String(),
  }),
})

/** What is wrong with an SMS that is no answer: the word is not known, nothing follows it, it is too long, the value does not fit. */
export const Wrong = Type.Union([
  Type.Literal('keyword'),
  Type.Literal('empty'),
  Type.Literal('long'),
  Type.Literal('misfit'),
])

/** A person who was asked sent an SMS that is no answer. Its text is not kept. */
export const answerUnclear = event({
  type: 'notifications.answer-unclear',
  does: 'A person who was asked for an answer sent an SMS that is none.',
  data: Type.Object({
    /** The gateway's own id of the SMS. */
    sms: Type.String(),
    person: PersonId,
    /** What the newest message that asked named as the place of the answer. */
    organisation: OrganisationId,
    case: Type.String(),
    task: Type.String(),
    wrong: Wrong,
  }),
})

/** Says by SMS what was wrong with an answer, and how to answer. */
export const askAgain = operation({
  name: 'notifications.ask-again',
  does: 'Says by SMS what was wrong with an answer and how to answer, at most three times a day for a task.',
  input: Type.Object({
    organisation: OrganisationId,
    person: PersonId,
    case: Type.String(),
    task: Type.String(),
    wrong: Wrong,
    /** Same key, same message. */
    key: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  output: Type.Object({ asked: Type.Boolean() }),
  permission: 'notifications.message.write',
  refusals: [noticeNotFound],
  emits: [personNotified],
})

/** Writes a message to a person. */
export const notifyPerson = operation({
  name: 'notifications.notify-person',
  does: 'Writes a message to a person by a notice of a package; it travels by the person’s channels after commit.',
  input: Type.Object({
    organisation: OrganisationId,
    /** Package and version whose notice it is; kind `service`, `situation`, `process`, `register`, `contract` or `access`. */
    package: Type.String(),
    version: Type.String(),
    notice: Type.String(),
    /** Further packages whose words the values use; the service that `data.service` names (`id`, `version`) unless given. */
    words: Type.Optional(Type.Array(Type.Object({ package: Type.String(), version: Type.String() }), { maxItems: 10 })),
    /** A firm's messages stand in its cabinet; who may read them there is told that there is one. */
    person: PartyId,
    case: Type.Union([Type.String(), Type.Null()]),
    /** Values of the notice by name, as data (money, a name, a date …): they are written in each language here. */
    params: JsonObject,
    /** What the notice's own expressions are evaluated over for values that `params` does not give. */
    data: Type.Optional(JsonObject),
    /** Same key, same message. */
    key: Type.String({ minLength: 1, maxLength: 200 }),
    /** What the message belongs to that goes to many. */
    mailing: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** Where an SMS answer belongs: a task of the case. */
    answerTo: Type.Optional(Type.Object({ case: Type.String(), task: Type.String() })),
  }),
  output: Type.Object({ message: MessageId }),
  permission: 'notifications.message.write',
  refusals: [noticeNotFound],
  emits: [personNotified, firmNotified],
})

/** A person's messages, newest first. */
export const listOwnMessages = operation({
  name: 'notifications.list-own-messages',
  does: 'Lists a person’s messages from all organisations, newest first.',
  kind: 'query',
  input: Type.Object({
    person: PartyId,
    /** Only of this organisation: with its case, what a power for some services covers. */
    organisation: Type.Optional(OrganisationId),
    case: Type.Optional(Type.String()),
    ...PageInput.properties,
  }),
  output: page(Message),
  permission: 'notifications.message.read-own',
  scope: 'messages',
})

/** Marks a message as read. */
export const readMessage = operation({
  name: 'notifications.read-message',
  does: 'Marks an own message as read.',
  input: Type.Object({ organisation: OrganisationId, message: MessageId }),
  output: Type.Object({ message: MessageId }),
  permission: 'notifications.message.read-own',
  scope: 'messages',
  refusals: [messageNotFound],
})

/** The gateway's door: the SMS as JSON, signed with the shared secret. */
export const deliverSms = protocol({
  name: 'notifications.deliver-sms',
  does: 'Takes an SMS from the gateway; `x-tereze-signature` is the HMAC-SHA-256 of `<x-tereze-time>.<body>` in hex.',
  method: 'POST',
  path: '/sms/v1/messages',
  permission: 'notifications.sms.deliver',
  refusals: [gatewayNotTrusted],
  limit: 4096,
  audited: true,
})

/** A message that the outside gateway received for us. */
export const receiveSms = operation({
  name: 'notifications.receive-sms',
  does: 'Takes an SMS that a person sent, from the gateway that has proven itself.',
  input: Type.Object({
    /** The gateway's own id of the SMS: the same again is the same. */
    id: Type.String({ minLength: 1, maxLength: 100 }),
    from: Type.String({ pattern: '^\\+[0-9]{6,15}$' }),
    text: Type.String({ minLength: 1, maxLength: 2000 }),
  }),
  output: Type.Object({ taken: Type.Boolean() }),
  permission: 'notifications.sms.receive',
  emits: [answerReceived, answerUnclear],
})

/** Text of an answer, for the module that asked. */
export const getAnswer = operation({
  name: 'notifications.get-answer',
  does: 'Gives the text of an SMS answer to the organisation that asked.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, answer: TypedId('answer') }),
  output: Type.Object({
    /** The whole SMS. */
    text: Type.String(),
    /** What follows the keyword. */
    value: Type.String(),
    /** JSON Pointer of the field that the notice asked for, null when it named none. */
    field: Type.Union([Type.String(), Type.Null()]),
    person: PersonId,
    receivedAt: Instant,
  }),
  permission: 'notifications.answer.read',
  refusals: [messageNotFound],
})

/** How a person can be reached. */
export interface Contact {
  readonly person: string
  readonly language: Language
  readonly email: string | null
  /** `+` and digits. */
  readonly phone: string | null
}
/** Where contacts are looked up; `registerContacts` asks the register of people. */
export interface Contacts {
  find(context: Pick<Context, 'call' | 'port'>, person: string): Promise<Contact | null>
  /** Persons with this telephone number. */
  findByPhone(context: Pick<Context, 'call' | 'port'>, phone: string): Promise<readonly string[]>
}
/** Where contacts are looked up. */
export const contacts = port<Contacts>('notifications.contacts')

/** An e-mail. `id` is the idempotency key: it becomes the Message-ID, so that a mail server knows a repetition. */
export interface Letter {
  readonly id: string
  readonly to: string
  /** Name of the organisation that writes, as the reader sees it before the address. */
  readonly sender: string
  readonly subject: string
  /** The plain text; `html` says the same. */
  readonly text: string
  /** A whole page that fetches nothing. */
  readonly html: string
  readonly language: Language
  /** Where a post ends letters of this kind (RFC 8058); absent where the law lets nobody refuse them. */
  readonly leave?: string
}
/** A short message. `id` is the idempotency key at the gateway. */
export interface ShortMessage {
  readonly id: string
  readonly to: string
  readonly text: string
}
/** What came of sending: `rejected` will never succeed, nor will `bounced`, where the address is to blame. Sending throws when the other side cannot be reached: it is tried again. */
export type Sent = 'sent' | 'rejected' | 'bounced'
/** By what this installation sends, besides the cabinet; bound by the composition root. */
export const channels = port<{ readonly open: readonly Exclude<Channel, 'cabinet'>[] }>('notifications.channels')
/** A mail server. */
export const mail = port<{ send(letter: Letter): Promise<Sent> }>('notifications.mail')
/** An SMS gateway. */
export const sms = port<{ send(message: ShortMessage): Promise<Sent> }>('notifications.sms')
/** Where the portal is: letters lead there. `https://example.org`, without a slash at the end; bound by the composition root. */
export const portal = port<{ readonly origin: string }>('notifications.portal')
/** The secret that an SMS gateway signs with; null: nobody may deliver. */
export const gatewaySecret = port<{ readonly secret: string | null }>('notifications.gateway-secret')
