import { refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** SHA-256 of a whole file, lower-case hex. */
const FileDigest = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** Id of a file, made by its sender. */
export const FileId = Type.String({ format: 'uuid' })

/** A file of a message: what its sender signs of it. */
export const SentFile = Type.Object({
  /** Made by the sender, and sent before the message. */
  file: FileId,
  name: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^/\\\\\\u0000-\\u001f]+$' }),
  mediaType: Type.String({ maxLength: 100, pattern: '^[a-z]+/[a-z0-9][a-z0-9.+-]*$' }),
  /** Bytes. */
  size: Type.Integer({ minimum: 1 }),
  sha256: FileDigest,
})
/** A file of a message. */
export type SentFile = Static<typeof SentFile>

/** Largest number of parts that a file is cut in. */
export const mostParts = 4000
/** Largest part, bytes. */
export const largestPart = 8_388_608

/** How a file is cut: all parts but the last have the same size. */
export const FileCut = Type.Object({
  partSize: Type.Integer({ minimum: 65_536, maximum: largestPart }),
  /** SHA-256 of each part in base64url, in order. */
  parts: Type.Array(Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }), { minItems: 1, maxItems: mostParts }),
})
/** How a file is cut. */
export type FileCut = Static<typeof FileCut>

/** The contract takes no files. */
export const filesNotTaken = refusal('exchange.files-not-taken', 'invalid')
/** The file is larger than the contract allows. */
export const fileTooLarge = refusal('exchange.file-too-large', 'too-large')
/** The contract does not take files of this type. */
export const fileTypeNotTaken = refusal('exchange.file-type-not-taken', 'unsupported')
/** More files than the contract allows in one message, or more unfinished ones than a member may have. */
export const filesTooMany = refusal('exchange.files-too-many', 'too-many')
/** Size, size of a part and number of hashes do not go together. */
export const fileCutWrong = refusal('exchange.file-cut-wrong', 'invalid')
/** Another file was announced under this id. */
export const fileIdReused = refusal('exchange.file-id-reused', 'conflict')
/** There is no such file, or it is not this sender's, this contract's, or not the one that the message describes. */
export const fileNotFound = refusal('exchange.file-not-found', 'not-found')
/** The part has not the size or the hash that its sender signed. */
export const filePartWrong = refusal('exchange.file-part-wrong', 'invalid')
/** Parts are missing, or the file is being checked; the same message again finds it. */
export const fileAwaited = refusal('exchange.file-awaited', 'unavailable')
/** The file was not let through: it is not what was signed, not of its type, or has a virus. */
export const fileRefused = refusal('exchange.file-refused', 'invalid')
/** The receiver has no answer that names the file: it did not ask, or has not written the answer down yet. */
export const answerUnknown = refusal('exchange.answer-unknown', 'not-found')
/** The file is not kept any more. */
export const fileExpired = refusal('exchange.file-expired', 'gone')

/** What may be wrong with the files that a message names. */
export const sentFileRefusals = [
  filesNotTaken,
  filesTooMany,
  fileTooLarge,
  fileTypeNotTaken,
  fileNotFound,
  fileAwaited,
  fileRefused,
  fileExpired,
] as const
