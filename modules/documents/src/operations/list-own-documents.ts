import { handle } from '@tereze/foundation-operations'
import { listOwnDocuments } from '../contract/index.ts'
import { listDocumentsOfPerson } from '../store/documents.ts'
import { toCard } from '../views/document-views.ts'

/** A person's documents from all organisations. */
export const listOwnDocumentsHandler = handle(listOwnDocuments, {
  tenant: () => 'platform',
  async run(input, context) {
    context.concerns([input.person])
    const limit = input.limit ?? 50
    const found = await listDocumentsOfPerson(context.tx, {
      person: input.person,
      organisation: input.organisation ?? null,
      case: input.case ?? null,
      after: input.after ?? null,
      limit: limit + 1,
    })
    const items = found.slice(0, limit).map(toCard)
    return { items, next: found.length > limit ? (items.at(-1)?.document ?? null) : null }
  },
})
