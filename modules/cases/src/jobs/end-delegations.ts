import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { job, localDate } from '@tereze/foundation-operations'
import { daysAfter } from '../rules/decide-date.ts'
import { dueDelegations, endDelegations, listTenantsOfPastDelegations } from '../store/tasks.ts'

const batch = 500

/** Gives delegated tasks back to who is answerable when the time is over, by the date of each organisation. */
export const endDelegationsJob = job({
  name: 'cases.end-delegations',
  every: 60_000,
  due: dueDelegations,
  async run({ database, clock, ports, write }) {
    const now = clock.now()
    const all = ports.get(packages)
    /** The latest date anywhere: no organisation is missed, each then counts by its own. */
    const latest = daysAfter(localDate(now.toISOString(), 'UTC'), 1)
    let ended = 0
    for (const tenant of await listTenantsOfPastDelegations(database, latest)) {
      const today = localDate(now, getOrganisation(all, tenant).zone)
      ended += await write(tenant, ({ tx }) => endDelegations(tx, today, batch))
    }
    return ended
  },
})
