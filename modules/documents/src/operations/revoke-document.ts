import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { documentNotFound, documentWithdrawn, revokeDocument } from '../contract/index.ts'
import { findIssued, updateStatus } from '../store/documents.ts'

/** Revokes a valid document; one that is already out of force stays as it is. */
export const revokeDocumentHandler = handle(revokeDocument, {
  tenant: input => input.organisation,
  async run(input, context) {
    const document = await findIssued(context.tx, input.organisation, input.document)
    if (document === null) return refuse(documentNotFound, { pointer: '/document' })
    context.concerns([document.person])
    if (document.status !== 'valid') return { document: document.id, status: document.status }
    await updateStatus(context.tx, document.id, { status: 'revoked', replacedBy: null, because: input.reason })
    await context.emit(documentWithdrawn, { subject: document.id, data: { document: document.id, status: 'revoked' } })
    return { document: document.id, status: 'revoked' as const }
  },
})
