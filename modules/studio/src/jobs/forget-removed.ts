import { job } from '@tereze/foundation-operations'
import { daysToReturn } from '../rules/limits.ts'
import { deleteRemoved, listRemoved } from '../store/drafts.ts'

/** Forgets drafts that were removed longer ago than they can be returned. */
export const forgetRemovedJob = job({
  name: 'studio.forget-removed',
  every: 3_600_000,
  patient: true,
  async run({ database, clock, write }) {
    const before = new Date(clock.now().getTime() - daysToReturn * 86_400_000)
    let forgotten = 0
    for (const tenant of await listRemoved(database, before))
      forgotten += await write(tenant, ({ tx }) => deleteRemoved(tx, before))
    return forgotten
  },
})
