import { job } from '@tereze/foundation-operations'
import {
  deleteExpired,
  dueExpiry,
  dueMatches,
  listTenantsExpired,
  listTenantsMatching,
  matchMessages,
} from '../store/messages.ts'

const batch = 200
const mostForgotten = 1000

/** Hands messages over to the cases that wait for them, whichever of the two was there first; looks at what is new only. */
export const matchWaiting = job({
  name: 'cases.match-messages',
  every: 1000,
  due: dueMatches,
  async run(parts) {
    const now = parts.clock.now()
    let matched = 0
    for (const tenant of await listTenantsMatching(parts.database, now))
      matched += await parts.write(tenant, ({ tx }) => matchMessages(tx, now, batch))
    return matched
  },
})

/** Forgets messages for which nobody has waited in time, and those that were delivered long ago. */
export const forgetMessages = job({
  name: 'cases.forget-messages',
  every: 600_000,
  patient: true,
  due: dueExpiry,
  async run(parts) {
    const now = parts.clock.now()
    let forgotten = 0
    for (const tenant of await listTenantsExpired(parts.database, now))
      forgotten += await parts.write(tenant, ({ tx }) => deleteExpired(tx, now, mostForgotten))
    return forgotten
  },
})
