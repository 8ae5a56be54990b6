import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { documentNotFound, getOwnDocument } from '../contract/index.ts'
import { findOwn } from '../store/documents.ts'
import { toContent } from '../views/document-views.ts'

/** A person's own document; somebody else's is not found. */
export const getOwnDocumentHandler = handle(getOwnDocument, {
  tenant: () => 'platform',
  async run(input, context) {
    const document = await findOwn(context.tx, input.person, input.document)
    if (document === null) return refuse(documentNotFound, { pointer: '/document' })
    context.concerns([document.person])
    return toContent(document)
  },
})
