import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { reviewRollback, rollbackNotFound, rollbackReviewed } from '../contract/index.ts'
import { whyNoReview } from '../rules/decide-rollback.ts'
import { holdRollback, updateRollbackReviewed } from '../store/rollbacks.ts'

/** Looks at a rollback afterwards. */
export const reviewRollbackHandler = handle(reviewRollback, {
  tenant: input => input.organisation,
  async run({ rollback, remarks }, { tx, now, actor, emit }) {
    const row = await holdRollback(tx, rollback)
    if (row === null) return refuse(rollbackNotFound, { pointer: '/rollback' })
    const why = whyNoReview(row, actor.id, remarks)
    if (why !== null) return why
    await updateRollbackReviewed(tx, rollback, { by: actor.id, remarks: remarks.trim(), now })
    await emit(rollbackReviewed, { subject: rollback, data: { rollback } })
    return { rollback }
  },
})
