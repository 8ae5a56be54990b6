import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { attachmentNotFound, openOwnAttachment } from '../contract/attachment-doors.ts'
import { caseNotFound } from '../contract/case.ts'
import { hasPartIn, isOwn } from '../engine/own-case.ts'
import { openBytes } from '../files/open-bytes.ts'
import { findOfCase } from '../store/attachments.ts'
import { findCase } from '../store/cases.ts'

/** Opens a file for a person: any that came with an own case, and of a case in which they only have a part what they brought. */
export const openOwnAttachmentHandler = handle(openOwnAttachment, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null || !(await hasPartIn(context, row))) return refuse(caseNotFound, { pointer: '/case' })
    const file = await findOfCase(context.tx, row.tenant, row.id, input.attachment)
    if (file === null || !(isOwn(context, row) ? file.forApplicant : file.by === context.actor.id))
      return refuse(attachmentNotFound, { pointer: '/attachment' })
    context.concerns([row.person])
    return openBytes(context, file)
  },
})
