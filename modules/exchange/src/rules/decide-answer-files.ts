import { type Refused, refuse } from '@tereze/operation'
import { fileAwaited, filesNotTaken, filesTooMany, type SentFile } from '../contract/sent-file.ts'
import type { FilesTaken } from './contract-definition.ts'
import { type KnownFile, refuseFile, refuseStanding } from './decide-file.ts'

/** Whether two descriptions are of the same file. */
export function describesFile(one: SentFile, other: SentFile): boolean {
  return (['file', 'name', 'mediaType', 'size', 'sha256'] as const).every(name => one[name] === other[name])
}

/** The refusal of files that an answer names and its contract does not allow, or null. */
export function refuseNamed(contract: string, taken: FilesTaken | undefined, files: readonly SentFile[]) {
  if (files.length === 0) return null
  if (taken === undefined) return refuse(filesNotTaken, { pointer: '/files', params: { contract } })
  if (files.length > taken.count || new Set(files.map(({ file }) => file)).size < files.length)
    return refuse(filesTooMany, { pointer: '/files', params: { limit: taken.count } })
  for (const [index, file] of files.entries()) {
    const unfit = refuseFile(contract, taken, file, `/files/${index}`)
    if (unfit !== null) return unfit
  }
  return null
}

/** The refusal of an answer whose files are not all here and checked, or null. A file that was never announced is awaited. */
export function refuseAnswered(
  message: string,
  files: readonly SentFile[],
  known: readonly (KnownFile & SentFile)[],
): Refused<'exchange.file-awaited' | 'exchange.file-refused' | 'exchange.file-expired'> | null {
  let awaited: ReturnType<typeof refuseStanding> = null
  for (const [index, named] of files.entries()) {
    const pointer = `/files/${index}`
    const file = known.find(one => one.message === message && describesFile(one, named))
    const unready =
      file === undefined
        ? refuse(fileAwaited, { pointer, params: { file: named.file, state: 'uploading' } })
        : refuseStanding(file, pointer)
    if (unready === null) continue
    if (unready.code !== fileAwaited.code) return unready
    awaited ??= unready
  }
  return awaited
}
