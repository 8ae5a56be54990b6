import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { documentNotFound, getIssuedDocument } from '../contract/index.ts'
import { findIssued } from '../store/documents.ts'
import { toContent } from '../views/document-views.ts'

/** A document for the organisation that issued it; another's is not found. */
export const getIssuedDocumentHandler = handle(getIssuedDocument, {
  tenant: input => input.organisation,
  async run(input, context) {
    const document = await findIssued(context.tx, input.organisation, input.document)
    if (document === null) return refuse(documentNotFound, { pointer: '/document' })
    context.concerns([document.person])
    return toContent(document)
  },
})
