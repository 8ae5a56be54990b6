import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { mostLoose } from '../contract/attachment.ts'
import { attachmentsTooMany, keepAttachment } from '../contract/attachment-doors.ts'
import { countLoose, insertAttachment } from '../store/attachments.ts'

/** Notes a file that somebody brought. */
export const keepAttachmentHandler = handle(keepAttachment, {
  tenant: input => input.organisation,
  async run({ organisation: _, ...file }, context) {
    if ((await countLoose(context.tx, file.by)) >= mostLoose)
      return refuse(attachmentsTooMany, { params: { limit: mostLoose } })
    context.concerns([file.by])
    await insertAttachment(context.tx, { ...file, exchangeFile: null, forApplicant: true }, context.now)
    const { id, name, mediaType, size } = file
    return { id, name, mediaType, size }
  },
})
