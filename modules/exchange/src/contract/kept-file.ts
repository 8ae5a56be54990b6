import { Instant, OrganisationId, operation, PageInput, page, protocol, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { certificateRefusals } from './certificate.ts'
import { FileState } from './file.ts'
import { accessNotGranted } from './message.ts'
import { FileId, fileAwaited, fileExpired, fileNotFound, fileRefused, SentFile } from './sent-file.ts'
import { ServiceVersion } from './service-version.ts'
import { clientUnknown } from './xroad.ts'

/** A file of the exchange, as its organisation sees it. */
export const FileLine = Type.Object({
  ...SentFile.properties,
  direction: Type.Union([Type.Literal('sent'), Type.Literal('received')]),
  peer: OrganisationId,
  contract: ServiceVersion,
  purpose: Type.String(),
  /** The purpose in the words of the jurisdiction; absent where it has none. */
  purposeTitle: Type.Optional(Text),
  state: FileState,
  reason: Type.Union([Type.String(), Type.Null()]),
  /** What the check for viruses said: `clean`, `unchecked` where no scanner is set up; null before it. */
  virusCheck: Type.Union([Type.String(), Type.Null()]),
  /** Parts that are there, and all of them. */
  kept: Type.Integer(),
  parts: Type.Integer(),
  /** The message that named it, or whose answer did; null before there is one. */
  message: Type.Union([FileId, Type.Null()]),
  /** Whether it goes with the answer to that message. */
  answer: Type.Boolean(),
  since: Instant,
  /** Until when it is kept. */
  until: Instant,
})
/** A file of the exchange. */
export type FileLine = Static<typeof FileLine>

/** The files of an organisation. */
export const listFiles = operation({
  name: 'exchange.list-files',
  does: 'Lists the files that an organisation sent and received with messages, newest first, and how far each is.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    direction: Type.Optional(Type.Union([Type.Literal('sent'), Type.Literal('received')])),
    ...PageInput.properties,
  }),
  output: page(FileLine),
  permission: 'exchange.file.read',
})

/** Where the bytes of a file are. */
const OpenedFile = Type.Object({
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
  sha256: Type.String(),
  partSize: Type.Integer(),
  blobs: Type.Array(Type.String()),
})
/** Where the bytes of a file are. */
export type OpenedFile = Static<typeof OpenedFile>

/** Opens a file for an official. */
export const openFile = operation({
  name: 'exchange.open-file',
  does: 'Opens a file that came with a message, for somebody whose office it is; an access to the data of the persons the message is about.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, file: FileId }),
  output: OpenedFile,
  permission: 'exchange.message.read',
  refusals: [fileNotFound, fileAwaited, fileRefused, fileExpired],
})

/** Opens a file for a system of its receiver. */
export const fetchFile = operation({
  name: 'exchange.fetch-file',
  does: 'Opens a file that came with a message, or goes with an answer, for a system of the organisation that received it, which proves itself by a short-lived signed token.',
  kind: 'query',
  input: Type.Object({
    /** Where the file is kept: the organisation itself, or the one that answered it. */
    organisation: OrganisationId,
    file: FileId,
    /** JWT as for `exchange.identify-client`. */
    token: Type.String({ maxLength: 4000 }),
    audience: Type.String({ maxLength: 300 }),
  }),
  output: OpenedFile,
  permission: 'exchange.message.receive',
  refusals: [
    clientUnknown,
    ...certificateRefusals,
    accessNotGranted,
    fileNotFound,
    fileAwaited,
    fileRefused,
    fileExpired,
  ],
})

/** The door through which a receiver fetches a file. */
export const downloadFile = protocol({
  name: 'exchange.download-file',
  does: 'Gives a file that came with a message to its receiver, whole or in ranges.',
  kind: 'stream',
  method: 'GET',
  path: '/exchange/v1/files/:organisation/:file',
  permission: 'exchange.message.receive',
  refusals: fetchFile.refusals,
  audited: true,
})
