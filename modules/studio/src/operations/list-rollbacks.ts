import { handle } from '@tereze/foundation-operations'
import { listRollbacks } from '../contract/index.ts'
import { listUnreviewed } from '../store/rollbacks.ts'
import { rollbackCards } from '../views/rollback-card.ts'

/** Rollbacks to look at. */
export const listRollbacksHandler = handle(listRollbacks, {
  tenant: input => input.organisation,
  async run({ organisation }, context) {
    return { items: await rollbackCards(context, organisation, await listUnreviewed(context.tx, organisation)) }
  },
})
