import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { listFitDocuments } from '../contract/index.ts'
import { readResult } from '../read-result.ts'

/** Which of some results may be given to a wallet. */
export const listFitDocumentsHandler = handle(listFitDocuments, {
  tenant: () => 'platform',
  async run({ person, documents }, context) {
    context.concerns([person])
    const items: { document: string; type: string }[] = []
    for (const document of documents) {
      const result = await readResult({ person, document }, context)
      if (!isRefused(result)) items.push({ document, type: result.type.id })
    }
    return { items }
  },
})
