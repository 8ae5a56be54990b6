import { documentWithdrawn } from '@tereze/documents/contract'
import { subscriber } from '@tereze/foundation-operations'
import { revoke } from '../revoke.ts'

/** A result was corrected or annulled: what wallets hold of it holds no more. */
export const onDocumentWithdrawn = subscriber({
  name: 'credentials.on-document-withdrawn',
  on: [documentWithdrawn],
  tenant: event => event.tenant,
  async react({ data }, context) {
    if (data.status === 'valid') return
    await revoke({ document: data.document }, data.status, context)
  },
})
