import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { documentNotFound, keepPicture } from '../contract/index.ts'
import { updatePicture } from '../store/documents.ts'

/** Remembers where a document's picture is kept. */
export const keepPictureHandler = handle(keepPicture, {
  tenant: input => input.organisation,
  async run(input, context) {
    const kept = await updatePicture(context.tx, input.document, input.hash)
    return kept ? { document: input.document } : refuse(documentNotFound, { pointer: '/document' })
  },
})
