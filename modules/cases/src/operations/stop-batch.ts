import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { batchEnded, batchNotFound, stopBatch } from '../contract/batch.ts'
import { findBatch, stopRunningBatch } from '../store/batches.ts'
import { viewBatch } from '../views/view-batch.ts'

/** Stops a batch. */
export const stopBatchHandler = handle(stopBatch, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, actor } = context
    if ((await findBatch(tx, input.organisation, input.batch)) === null)
      return refuse(batchNotFound, { pointer: '/batch' })
    if (!(await stopRunningBatch(tx, input.batch, actor.id, now))) return refuse(batchEnded, { pointer: '/batch' })
    const row = await findBatch(tx, input.organisation, input.batch)
    if (row === null) throw new Error('a batch was there and is not')
    return { batch: viewBatch(context.port(packages), row) }
  },
})
