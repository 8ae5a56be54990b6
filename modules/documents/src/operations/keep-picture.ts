import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { documentNotFound, keepPicture } from '../contract/index.ts'
import { decideRenewal } from '../rules/decide-renewal.ts'
import { updatePicture } from '../store/documents.ts'

/** Remembers where a document's picture is kept. */
export const keepPictureHandler = handle(keepPicture, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { document, hash: drawn, instead = null, stampedUntil = null } = input
    const renewAt = decideRenewal(stampedUntil === null ? null : new Date(stampedUntil), context.now)
    const hash = await updatePicture(context.tx, document, { hash: drawn, instead, renewAt })
    return hash === null ? refuse(documentNotFound, { pointer: '/document' }) : { document: input.document, hash }
  },
})
