import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { documentNotFound, keepPicture } from '../contract/index.ts'
import { updatePicture } from '../store/documents.ts'

/** Remembers where a document's picture is kept. */
export const keepPictureHandler = handle(keepPicture, {
  tenant: input => input.organisation,
  async run(input, context) {
    const hash = await updatePicture(context.tx, input.document, input.hash, input.instead ?? null)
    return hash === null ? refuse(documentNotFound, { pointer: '/document' }) : { document: input.document, hash }
  },
})
