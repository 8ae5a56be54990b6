import { Instant, OrganisationId, operation, PageInput, page, protocol, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { certificateNotGood } from './certificate.ts'
import {
  accessNotGranted,
  contractNotFound,
  messageMalformed,
  messageStale,
  servicePaused,
  signatureInvalid,
} from './message.ts'
import { authorityUntrusted, certificateRevoked, revocationUnknown } from './revocation.ts'
import {
  FileCut,
  fileAwaited,
  fileCutWrong,
  fileExpired,
  fileIdReused,
  fileNotFound,
  filePartWrong,
  fileRefused,
  filesNotTaken,
  filesTooMany,
  fileTooLarge,
  fileTypeNotTaken,
  SentFile,
} from './sent-file.ts'
import { ServiceVersion } from './service-version.ts'
import { clientUnknown } from './xroad.ts'

const FileId = Type.String({ format: 'uuid' })

/** `typ` of what a sender signs of a file, so that its signature never passes for a message’s. */
export const fileType = 'tereze-file+jws'

/** What a sender signs before it sends a file (payload of a compact JWS, `typ` tereze-file+jws). */
export const FileManifest = Type.Object({
  ...SentFile.properties,
  ...FileCut.properties,
  contract: ServiceVersion,
  consumer: OrganisationId,
  system: Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' }),
  provider: OrganisationId,
  purpose: Type.String({ minLength: 1, maxLength: 100 }),
  time: Instant,
})
/** What a sender signs before it sends a file. */
export type FileManifest = Static<typeof FileManifest>

/** How far a file is. */
export const FileState = Type.Union([
  Type.Literal('uploading'),
  Type.Literal('checking'),
  Type.Literal('ready'),
  Type.Literal('delivered'),
  Type.Literal('refused'),
  Type.Literal('expired'),
])
/** How far a file is: `checking` all parts are there; `ready` it may be used; `delivered` the receiver has it. */
export type FileState = Static<typeof FileState>

/** How a file stands with who keeps it. */
export const FileStanding = Type.Object({
  file: FileId,
  state: FileState,
  /** Why it was refused: `altered`, `type-differs`, `virus`; null otherwise. */
  reason: Type.Union([Type.String(), Type.Null()]),
  /** Parts that are not there yet, from 1: after a cut the sender goes on with these. */
  missing: Type.Array(Type.Integer({ minimum: 1 })),
})
/** How a file stands with who keeps it. */
export type FileStanding = Static<typeof FileStanding>

/** Announces a file to the provider. */
export const receiveFile = operation({
  name: 'exchange.receive-file',
  does: 'Takes what a member signed of a file it will send, and tells which parts are missing; the same again tells how far it is.',
  input: Type.Object({ manifest: Type.String({ minLength: 1, maxLength: 524_288 }), provider: OrganisationId }),
  output: FileStanding,
  permission: 'exchange.message.deliver',
  refusals: [
    signatureInvalid,
    certificateNotGood,
    certificateRevoked,
    authorityUntrusted,
    revocationUnknown,
    messageMalformed,
    messageStale,
    contractNotFound,
    accessNotGranted,
    servicePaused,
    filesNotTaken,
    fileTooLarge,
    fileTypeNotTaken,
    filesTooMany,
    fileCutWrong,
    fileIdReused,
  ],
})

/** Announces a file that an organisation of this installation will send. */
export const beginFile = operation({
  name: 'exchange.begin-file',
  does: 'Begins a file that an organisation will send with a message, and tells which parts are missing; the same again tells how far it is.',
  input: Type.Object({
    organisation: OrganisationId,
    contract: ServiceVersion,
    purpose: Type.String({ minLength: 1, maxLength: 100 }),
    ...SentFile.properties,
    ...FileCut.properties,
  }),
  output: FileStanding,
  permission: 'exchange.message.send',
  limit: 524_288,
  refusals: [contractNotFound, filesNotTaken, fileTooLarge, fileTypeNotTaken, filesTooMany, fileCutWrong, fileIdReused],
})

/** What part of a file is expected. */
export const expectPart = operation({
  name: 'exchange.expect-part',
  does: 'Tells what hash and size a part of a file must have, and whether it is there.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, file: FileId, part: Type.Integer({ minimum: 1 }) }),
  output: Type.Object({ sha256: Type.String(), size: Type.Integer(), kept: Type.Boolean() }),
  permission: 'exchange.message.deliver',
  refusals: [fileNotFound, fileExpired],
})

/** Keeps a part of a file. */
export const keepPart = operation({
  name: 'exchange.keep-part',
  does: 'Notes that a part of a file is kept as a sealed blob; with the last one the file is checked.',
  input: Type.Object({
    organisation: OrganisationId,
    file: FileId,
    part: Type.Integer({ minimum: 1 }),
    sha256: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    blob: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
  /** `kept`: false where the part was there already, so that the blob is one too many. */
  output: Type.Object({ kept: Type.Boolean(), missing: Type.Integer({ minimum: 0 }) }),
  permission: 'exchange.message.deliver',
  refusals: [fileNotFound, fileExpired, filePartWrong],
})

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
  /** The message that named it; null before there is one. */
  message: Type.Union([FileId, Type.Null()]),
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
  does: 'Opens a file that came with a message, for a system of the organisation that received it, which proves itself by a short-lived signed token.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    file: FileId,
    /** JWT as for `exchange.identify-client`. */
    token: Type.String({ maxLength: 4000 }),
    audience: Type.String({ maxLength: 300 }),
  }),
  output: OpenedFile,
  permission: 'exchange.message.receive',
  refusals: [clientUnknown, fileNotFound, fileAwaited, fileRefused, fileExpired],
})

/** The door for files: what the sender signed of one in, how it stands out. */
export const announceFile = protocol({
  name: 'exchange.announce-file',
  does: 'Takes what a member signed of a file (`application/jose`) and tells which parts are missing; the same again after a cut.',
  method: 'POST',
  path: '/exchange/v1/files',
  permission: 'exchange.message.receive',
  refusals: receiveFile.refusals,
  limit: 524_288,
  audited: true,
})

/** The door for the parts of a file. */
export const uploadPart = protocol({
  name: 'exchange.upload-part',
  does: 'Takes one part of an announced file; only the bytes that its sender signed are taken.',
  kind: 'stream',
  method: 'PUT',
  path: '/exchange/v1/files/:organisation/:file/parts/:part',
  permission: 'exchange.message.receive',
  refusals: keepPart.refusals,
  limit: 8_388_608,
  audited: true,
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
