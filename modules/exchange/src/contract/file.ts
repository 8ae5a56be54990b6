import { Instant, OrganisationId, operation, protocol } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { certificateRefusals } from './certificate.ts'
import {
  accessNotGranted,
  contractNotFound,
  messageMalformed,
  messageStale,
  notSubscribed,
  servicePaused,
  signatureInvalid,
} from './message.ts'
import {
  answerUnknown,
  FileCut,
  FileId,
  fileCutWrong,
  fileIdReused,
  fileNotFound,
  filesNotTaken,
  filesTooMany,
  fileTooLarge,
  fileTypeNotTaken,
  SentFile,
} from './sent-file.ts'
import { ServiceVersion } from './service-version.ts'

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
  /** The message whose answer names the file; absent: the file goes before a message of its sender. */
  answers: Type.Optional(Type.String({ format: 'uuid' })),
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
    ...certificateRefusals,
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
    fileNotFound,
    answerUnknown,
    notSubscribed,
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
