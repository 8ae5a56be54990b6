import type { Context } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import type { OpenedFile } from '../contract/kept-file.ts'
import { fileNotFound } from '../contract/sent-file.ts'
import { refuseStanding } from '../rules/decide-file.ts'
import { listParts } from '../store/file-parts.ts'
import { findFile, listSubjectsOfFile } from '../store/files.ts'

/** Where the bytes of a file of an organisation are; the access is told to the audit with the persons that its message is about. */
export async function openParts(context: Context, organisation: string, id: string) {
  const file = await findFile(context.tx, organisation, id)
  if (file === null) return refuse(fileNotFound, { params: { file: id } })
  const isOver = !file.held && Date.parse(file.until) <= context.now.getTime()
  const state = isOver ? 'expired' : file.state
  const unready = refuseStanding({ ...file, state })
  if (unready !== null) return unready
  const subjects = await listSubjectsOfFile(context.tx, organisation, id)
  context.concerns(subjects, [`file:${id}`, `contract:${file.contract}`, `purpose:${file.purpose}`])
  const parts = await listParts(context.tx, organisation, id)
  const { name, mediaType, size, sha256, partSize } = file
  return { name, mediaType, size, sha256, partSize, blobs: parts.map(({ blob }) => blob) } satisfies OpenedFile
}
