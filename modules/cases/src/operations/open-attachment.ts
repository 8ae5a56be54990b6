import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { attachmentNotFound, openAttachment } from '../contract/attachment-doors.ts'
import { caseNotFound } from '../contract/case.ts'
import { openBytes } from '../files/open-bytes.ts'
import { findOfCase } from '../store/attachments.ts'
import { findCase } from '../store/cases.ts'

/** Opens a file of a case for an official. */
export const openAttachmentHandler = handle(openAttachment, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const file = await findOfCase(context.tx, row.tenant, row.id, input.attachment)
    if (file === null) return refuse(attachmentNotFound, { pointer: '/attachment' })
    context.concerns([row.person])
    return openBytes(context, file)
  },
})
