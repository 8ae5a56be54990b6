import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { showDocument } from '../contract/index.ts'
import { findFile } from '../find-file.ts'

/** The PDF of a document. */
export const showDocumentHandler = respond(showDocument, async (request, context) => {
  const found = await findFile(request.params.document ?? '', context)
  if (isRefused(found)) return found
  const { document, bytes } = found
  return {
    status: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${document.kind}-${document.reference}.pdf"`,
      'cache-control': 'private, no-cache',
    },
    body: bytes,
  }
})
