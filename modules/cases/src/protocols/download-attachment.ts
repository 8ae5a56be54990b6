import { sealedBlobStore } from '@tereze/foundation-files'
import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import {
  attachmentNotFound,
  downloadAttachment,
  openAttachment,
  openOwnAttachment,
} from '../contract/attachment-doors.ts'

/** Gives a file of a case, never to be drawn as a page of ours. */
export const downloadAttachmentProtocol = respond(downloadAttachment, async (request, context) => {
  const { organisation = '', case: id = '', attachment = '' } = request.params
  const definition = context.actor.kind === 'official' ? openAttachment : openOwnAttachment
  const opened = await context.call(definition, { organisation, case: id, attachment })
  if (isRefused(opened)) return opened
  const bytes = await context.port(sealedBlobStore).find(opened.blob)
  if (bytes === null) return refuse(attachmentNotFound)
  return {
    status: 200,
    headers: {
      'content-type': opened.mediaType,
      'content-length': String(opened.size),
      'repr-digest': `sha-256=:${Buffer.from(opened.sha256, 'hex').toString('base64')}:`,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(opened.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
    body: bytes,
  }
})
