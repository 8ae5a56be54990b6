import { type Refused, refuse } from '@tereze/operation'
import {
  type FileCut,
  fileAwaited,
  fileCutWrong,
  fileExpired,
  fileNotFound,
  fileRefused,
  filesNotTaken,
  filesTooMany,
  fileTooLarge,
  fileTypeNotTaken,
  type SentFile,
} from '../contract/sent-file.ts'
import type { FilesTaken } from './contract-definition.ts'

/** How many parts a file of a size has. */
export function partsOf(size: number, partSize: number): number {
  return Math.ceil(size / partSize)
}

/** Size of one part, from 1, bytes. */
export function sizeOfPart(part: number, { size, partSize }: { size: number; partSize: number }): number {
  return Math.min(partSize, size - (part - 1) * partSize)
}

/** The refusal of a file that the contract does not take, or null. `contract` is named in it. */
export function refuseFile(contract: string, taken: FilesTaken | undefined, file: SentFile, pointer = '') {
  if (taken === undefined) return refuse(filesNotTaken, { pointer, params: { contract } })
  const { size, mediaType } = file
  if (size > taken.size)
    return refuse(fileTooLarge, { pointer: `${pointer}/size`, params: { size, limit: taken.size } })
  if (!taken.mediaTypes.includes(mediaType))
    return refuse(fileTypeNotTaken, {
      pointer: `${pointer}/mediaType`,
      params: { mediaType, taken: taken.mediaTypes.join(', ') },
    })
  return null
}

/** The refusal of a cut that does not go with the size, or null. */
export function refuseCut({ size, partSize, parts }: FileCut & { readonly size: number }) {
  const wanted = partsOf(size, partSize)
  if (parts.length === wanted) return null
  return refuse(fileCutWrong, { pointer: '/parts', params: { size, partSize, wanted, given: parts.length } })
}

/** What is known of a file that came. */
export interface KnownFile extends SentFile {
  readonly peer: string
  readonly contract: string
  readonly state: string
  readonly reason: string | null
  readonly message: string | null
}

/** The refusal of a file that cannot be used as it stands, or null. */
export function refuseStanding({ file, state, reason }: Pick<KnownFile, 'file' | 'state' | 'reason'>, pointer = '') {
  if (state === 'uploading' || state === 'checking') return refuse(fileAwaited, { pointer, params: { file, state } })
  if (state === 'refused')
    return refuse(fileRefused, {
      pointer,
      params: { file, reason: reason ?? '' },
      also: [{ pointer, code: `exchange.file-${reason ?? 'altered'}` }],
    })
  if (state === 'expired') return refuse(fileExpired, { pointer, params: { file } })
  return null
}

/** The refusal of the files that a message names, or null when each came whole from its sender, for this contract, as it is described. */
export function refuseFiles(
  message: {
    readonly id: string
    readonly consumer: string
    readonly contract: string
    readonly files?: readonly SentFile[]
  },
  taken: FilesTaken | undefined,
  known: readonly KnownFile[],
): Refused<
  | 'exchange.files-not-taken'
  | 'exchange.files-too-many'
  | 'exchange.file-too-large'
  | 'exchange.file-type-not-taken'
  | 'exchange.file-not-found'
  | 'exchange.file-awaited'
  | 'exchange.file-refused'
  | 'exchange.file-expired'
> | null {
  const files = message.files ?? []
  if (files.length === 0) return null
  if (taken !== undefined && files.length > taken.count)
    return refuse(filesTooMany, { pointer: '/files', params: { limit: taken.count } })
  for (const [index, sent] of files.entries()) {
    const pointer = `/files/${index}`
    const unfit = refuseFile(message.contract, taken, sent, pointer)
    if (unfit !== null) return unfit
    const file = known.find(({ file }) => file === sent.file)
    const same =
      file !== undefined &&
      file.peer === message.consumer &&
      file.contract === message.contract &&
      (file.message === null || file.message === message.id) &&
      file.name === sent.name &&
      file.mediaType === sent.mediaType &&
      file.size === sent.size &&
      file.sha256 === sent.sha256
    if (!same) return refuse(fileNotFound, { pointer, params: { file: sent.file } })
    const unready = refuseStanding(file, pointer)
    if (unready !== null) return unready
  }
  return null
}

/**
 * The refusal of files that an organisation wants to send with a queued message, or null. One that is still coming may be named: the message
 * waits for it.
 */
export function refuseSentFiles(
  message: { readonly message: string; readonly contract: string; readonly files?: readonly string[] },
  { files: taken }: { readonly files?: FilesTaken },
  known: readonly KnownFile[],
) {
  const wanted = message.files ?? []
  if (wanted.length === 0) return null
  if (taken === undefined) return refuse(filesNotTaken, { pointer: '/files', params: { contract: message.contract } })
  if (wanted.length > taken.count) return refuse(filesTooMany, { pointer: '/files', params: { limit: taken.count } })
  for (const [index, id] of wanted.entries()) {
    const pointer = `/files/${index}`
    const file = known.find(({ file }) => file === id)
    if (
      file === undefined ||
      file.contract !== message.contract ||
      (file.message ?? message.message) !== message.message
    )
      return refuse(fileNotFound, { pointer, params: { file: id } })
    const over = refuseStanding(file, pointer)
    if (over !== null && over.code !== fileAwaited.code) return over
  }
  return null
}
