import { Instant, OrganisationId, operation, PageInput, page, protocol, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { ServiceVersion } from './service-version.ts'

const orNull = <S extends ReturnType<typeof Type.String>>(schema: S) => Type.Union([schema, Type.Null()])

/** A message of a national exchange, without its body. */
export const LineMessage = Type.Object({
  /** Name under which the operator connected the exchange. */
  line: Type.String(),
  direction: Type.Union([Type.Literal('sent'), Type.Literal('received')]),
  /** Its id there; with `?` where nobody vouches for it. */
  id: Type.String(),
  kind: Type.Union([Type.Literal('request'), Type.Literal('answer')]),
  /** The message of this exchange that it carries. */
  message: orNull(Type.String({ format: 'uuid' })),
  /** Who is asked by a request that was sent; who asks by one that was received. */
  organisation: Type.Union([OrganisationId, Type.Null()]),
  contract: Type.Union([ServiceVersion, Type.Null()]),
  /** The contract in words; absent where its package is not published any more. */
  contractTitle: Type.Optional(Text),
  /** The message there that it answers, or that answers it. */
  related: orNull(Type.String()),
  /** `sending`, `sent`: no answer yet; `waiting`: to be answered; `done`; `refused`; `broken`: of no use. */
  state: Type.Enum(['sending', 'sent', 'waiting', 'done', 'refused', 'broken']),
  /** Why it is not simply done, e.g. `signature-wrong`, `answer-wrong`, `late`, `unexpected`, `not-offered`, or the code of a refusal. */
  reason: orNull(Type.String()),
  /** A place, a code or how far it is; never words or data of a message. */
  detail: orNull(Type.String()),
  /** How often it came. */
  times: Type.Integer(),
  at: Instant,
  ended: Type.Union([Instant, Type.Null()]),
})
/** A message of a national exchange. */
export type LineMessage = Static<typeof LineMessage>

/** What went over the lines to national exchanges. */
export const listLineMessages = operation({
  name: 'exchange.list-line-messages',
  does: 'Lists the messages of national exchanges (СМЭВ, ШЭП) that concern an organisation, newest first, with what became of each and why; the operator sees all of them.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    line: Type.Optional(Type.String({ maxLength: 63 })),
    /** `open`: not over; `wrong`: those with a reason. */
    only: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('wrong')])),
    message: Type.Optional(Type.String({ format: 'uuid' })),
    ...PageInput.properties,
  }),
  output: page(LineMessage),
  permission: 'exchange.queue.read',
})

/** No exchange of this name comes here. */
export const lineNotFound = refusal('exchange.line-not-found', 'not-found')

/** The door for ШЭП: SOAP with WS-Security in its synchronous and its asynchronous channel. */
export const speakShep = protocol({
  name: 'exchange.speak-shep',
  does: 'Takes what Kazakhstan’s ШЭП brings: a question that is answered at once, a request, an answer, or how far a message is.',
  method: 'POST',
  path: '/exchange/v1/shep/:exchange/:channel',
  permission: 'exchange.message.receive',
  refusals: [lineNotFound],
  limit: 4_194_304,
  audited: true,
})
