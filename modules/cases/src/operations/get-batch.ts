import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { batchNotFound, getBatch } from '../contract/batch.ts'
import { findBatch, listItems } from '../store/batches.ts'
import { viewBatch } from '../views/view-batch.ts'
import { ownTextOr, sameText } from '../views/words.ts'

const usualLimit = 50

/** Shows a batch. */
export const getBatchHandler = handle(getBatch, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx } = context
    const row = await findBatch(tx, input.organisation, input.batch)
    if (row === null) return refuse(batchNotFound, { pointer: '/batch' })
    const limit = input.limit ?? usualLimit
    const after = Number(input.after ?? 0)
    const place = Number.isSafeInteger(after) ? after : 0
    const found = await listItems(tx, input.organisation, row.id, input.state ?? null, place, limit + 1)
    const shown = found.slice(0, limit)
    context.concerns([...new Set(shown.map(({ person }) => person))])
    const items = shown.map(({ ordinal, caseId, number, state, code }) => ({
      ordinal,
      case: caseId,
      number,
      state,
      code,
      text: code === null ? null : ownTextOr(`refusal.${code}.title`, sameText(code)),
    }))
    const last = shown.at(-1)
    return {
      batch: viewBatch(context.port(packages), row),
      items,
      next: found.length > limit && last ? String(last.ordinal) : null,
    }
  },
})
