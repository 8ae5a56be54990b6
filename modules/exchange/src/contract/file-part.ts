import { OrganisationId, operation, protocol } from '@tereze/operation'
import { Type } from 'typebox'
import { FileId, fileExpired, fileNotFound, filePartWrong } from './sent-file.ts'

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
