import { subscriber } from '@tereze/foundation-operations'
import { rollbackSettled } from '../contract/index.ts'
import { updateRollbackSettled } from '../store/rollbacks.ts'

/** The platform carried a rollback out, or refused to: the rollback says so. */
export const onRollbackSettled = subscriber({
  name: 'studio.on-rollback-settled',
  on: [rollbackSettled],
  tenant: ({ data }) => data.organisation,
  async react({ time, data: { rollback, done, problems } }, { tx }) {
    await updateRollbackSettled(tx, rollback, { done, problems, now: new Date(time) })
  },
})
