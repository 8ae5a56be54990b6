import { openFile } from '@tereze/exchange/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { attachmentNotFound } from '../contract/attachment-doors.ts'
import type { AttachmentRow } from '../store/attachments.ts'

/** A file of a case with the sealed pieces that its bytes lie in, in order: of one that somebody brought a single one. */
export async function openBytes(context: Context, file: AttachmentRow) {
  const { tenant, id, name, mediaType, size, sha256, blob, exchangeFile } = file
  const opened = { id, name, mediaType, size, sha256 }
  if (blob !== null) return { ...opened, blob }
  const kept = await context.call(openFile, { organisation: tenant, file: exchangeFile ?? '' })
  if (isRefused(kept)) return refuse(attachmentNotFound, { pointer: '/attachment' })
  const [first = '', ...more] = kept.blobs
  return { ...opened, blob: first, more }
}
