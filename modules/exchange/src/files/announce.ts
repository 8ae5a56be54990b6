import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import type { FileStanding } from '../contract/file.ts'
import { type FileCut, fileIdReused, filesTooMany, type SentFile } from '../contract/sent-file.ts'
import { listMissing } from '../store/file-parts.ts'
import { countUnfinished, type FileRow, findFile, insertFile } from '../store/files.ts'

/** For how long a file is waited for, and kept without a message that names it, milliseconds. */
const patience = 7 * 86_400_000
/** Most files of one member that are not whole. */
const mostUnfinished = 100

/** A file that is announced. */
export type Announced = SentFile &
  FileCut &
  Pick<FileRow, 'direction' | 'peer' | 'system' | 'contract' | 'purpose'> & {
    readonly file: string
    /** Of the file of an answer: the message that was answered. */
    readonly answers?: string
  }

/** How a file stands, with the parts that are missing. */
export async function standingOf(context: Context, { file, state, reason }: FileRow): Promise<FileStanding> {
  const missing = state === 'uploading' ? await listMissing(context.tx, context.tx.tenant, file) : []
  return { file, state, reason, missing }
}

function isSame(known: FileRow, given: Announced): boolean {
  const same = ['direction', 'peer', 'contract', 'purpose', 'name', 'mediaType', 'size', 'sha256', 'partSize'] as const
  const answers = known.answer ? (known.message ?? undefined) : undefined
  return answers === given.answers && same.every(name => known[name] === given[name])
}

/** Keeps what is announced of a file, once; the same again tells how it stands. */
export async function announce(
  context: Context,
  given: Announced,
): Promise<FileStanding | Refused<'exchange.file-id-reused' | 'exchange.files-too-many'>> {
  const { tx, now } = context
  const known = await findFile(tx, tx.tenant, given.file)
  if (known !== null)
    return isSame(known, given) ? standingOf(context, known) : refuse(fileIdReused, { pointer: '/file' })
  if ((await countUnfinished(tx, tx.tenant, given.peer)) >= mostUnfinished)
    return refuse(filesTooMany, { params: { limit: mostUnfinished } })
  const added = await insertFile(tx, { ...given, now, until: new Date(now.getTime() + patience) })
  if (!added) return refuse(fileIdReused, { pointer: '/file' })
  const missing = given.parts.map((_, index) => index + 1)
  return { file: given.file, state: 'uploading', reason: null, missing }
}
