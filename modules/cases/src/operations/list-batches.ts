import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listBatches } from '../contract/batch.ts'
import { readPlaceAt, writePlace } from '../rules/place-cursor.ts'
import { listBatchesOf } from '../store/batches.ts'
import { viewBatch } from '../views/view-batch.ts'

const usualLimit = 20

/** Lists batches. */
export const listBatchesHandler = handle(listBatches, {
  tenant: input => input.organisation,
  async run(input, context) {
    const limit = input.limit ?? usualLimit
    const found = await listBatchesOf(context.tx, input.organisation, readPlaceAt(input.after), limit + 1)
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    return {
      items: shown.map(row => viewBatch(context.port(packages), row)),
      next: found.length > limit && last ? writePlace({ at: last.startedAt, id: last.id }) : null,
    }
  },
})
