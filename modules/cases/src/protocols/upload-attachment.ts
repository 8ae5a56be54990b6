import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { attachmentTypeNotTaken, uploadAttachment } from '../contract/attachment-doors.ts'
import { keepFile } from '../files/keep-file.ts'

const organisationPattern = /^[a-z][a-z0-9-]{1,62}$/

/** The door for files of forms. */
export const uploadAttachmentProtocol = respond(uploadAttachment, async (request, context) => {
  const { organisation = '' } = request.params
  if (!organisationPattern.test(organisation)) return refuse(attachmentTypeNotTaken)
  const name = request.url.searchParams.get('name') ?? ''
  const kept = await keepFile(context, { organisation, name, bytes: request.body })
  if (isRefused(kept)) return kept
  return {
    status: 201,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(kept),
  }
})
