import { Instant, OrganisationId, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { messageNotFound } from './log.ts'
import { FileId, SentFile } from './sent-file.ts'
import { ServiceVersion } from './service-version.ts'

/** A field of a question that an official fills in. */
export const AskedField = Type.Object({
  name: Type.String(),
  label: Text,
  type: Type.Union([
    Type.Literal('text'),
    Type.Literal('integer'),
    Type.Literal('number'),
    Type.Literal('date'),
    Type.Literal('yes-no'),
    Type.Literal('choice'),
  ]),
  required: Type.Boolean(),
  /** Of a choice: what may be said, in words where the contract has them. */
  options: Type.Array(Type.Object({ value: Type.String(), label: Text })),
  minimum: Type.Union([Type.Number(), Type.Null()]),
  maximum: Type.Union([Type.Number(), Type.Null()]),
})
/** A field of a question. */
export type AskedField = Static<typeof AskedField>

/** A service that an official may send files to. */
export const AskableService = Type.Object({
  contract: ServiceVersion,
  title: Text,
  provider: OrganisationId,
  fields: Type.Array(AskedField),
  /** What one may ask for today, and on which ground. */
  purposes: Type.Array(Type.Object({ purpose: Type.String(), title: Type.Optional(Text), ground: Type.String() })),
  files: Type.Object({
    mediaTypes: Type.Array(Type.String()),
    /** Largest file, bytes. */
    size: Type.Integer(),
    count: Type.Integer(),
  }),
})
/** A service that an official may send files to. */
export type AskableService = Static<typeof AskableService>

/** Services to which files may be sent. */
export const listAskable = operation({
  name: 'exchange.list-askable',
  does: 'Lists the services of other bodies to which an organisation may send files today: what is asked, for which purposes, which files are taken.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(AskableService) }),
  permission: 'exchange.message.ask',
})

/** A file of a message that was sent, or of its answer. */
const AskedFile = Type.Object({
  ...SentFile.properties,
  state: Type.String(),
  reason: Type.Union([Type.String(), Type.Null()]),
})

/** How a message stands that was sent without waiting, with its files and those of its answer. */
export const getAsked = operation({
  name: 'exchange.get-asked',
  does: 'Tells how a message stands that an organisation sent: whether it is answered, why not yet, and the files of both.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, message: FileId }),
  output: Type.Object({
    message: FileId,
    contract: ServiceVersion,
    state: Type.Union([
      Type.Literal('waiting'),
      Type.Literal('answered'),
      Type.Literal('dead'),
      Type.Literal('discarded'),
    ]),
    /** What the last attempt ended with; null where nothing is wrong. */
    code: Type.Union([Type.String(), Type.Null()]),
    since: Instant,
    files: Type.Array(AskedFile),
    answerFiles: Type.Array(AskedFile),
  }),
  permission: 'exchange.message.ask',
  refusals: [messageNotFound],
})
