import { type JobContext, job } from '@tereze/foundation-operations'
import { workItem } from '../engine/operate/work-item.ts'
import { StepRefused } from '../engine/step-refused.ts'
import {
  type BatchItemRow,
  claimItem,
  dueBatches,
  endBatch,
  endItem,
  listRunningBatches,
  type RunningBatch,
} from '../store/batches.ts'

/** Batches that are looked at in one go, and cases of each that are done before the next gets its turn. */
const batchesAtOnce = 10
const casesAtOnce = 20

/** An item was refused: nothing of its transaction may stay. */
class ItemRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** What an item ends with that could not be done. */
function endOf(error: unknown): { state: 'refused' | 'failed'; code: string } {
  if (error instanceof ItemRefused) return { state: 'refused', code: error.code }
  if (error instanceof StepRefused) return { state: 'refused', code: 'cases.step-refused' }
  return { state: 'failed', code: 'operations.platform-failed' }
}

/** Does one case of a batch in a transaction of its own, with its outcome; false when there is none left for this node. */
async function workOne(parts: JobContext, batch: RunningBatch): Promise<boolean> {
  let item: BatchItemRow | null = null
  try {
    return await parts.write(batch.tenant, async context => {
      item = await claimItem(context.tx, batch.id)
      if (item === null) return false
      const refused = await workItem(context, batch, item)
      if (refused !== null) throw new ItemRefused(refused.code)
      await endItem(context.tx, batch.id, item.ordinal, { state: 'done', code: null, at: context.now })
      return true
    })
  } catch (error) {
    const claimed = item as BatchItemRow | null
    if (claimed === null) throw error
    await parts.write(batch.tenant, ({ tx, now }) =>
      endItem(tx, batch.id, claimed.ordinal, { ...endOf(error), at: now }),
    )
    return true
  }
}

/** Works off batches, case after case; several nodes share the work, and one that dies leaves its case as it was. */
export const workBatches = job({
  name: 'cases.work-batches',
  every: 1000,
  due: dueBatches,
  async run(parts) {
    let worked = 0
    for (const batch of await listRunningBatches(parts.database, batchesAtOnce)) {
      let cases = 0
      while (cases < casesAtOnce && (await workOne(parts, batch))) cases += 1
      if (cases < casesAtOnce) await parts.write(batch.tenant, ({ tx, now }) => endBatch(tx, batch.id, now))
      worked += cases
    }
    return worked
  },
})
