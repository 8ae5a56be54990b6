import { job } from '@tereze/foundation-operations'
import { platform } from '../platform.ts'
import { deleteCodesBefore } from '../store/codes.ts'
import { deleteFailuresBefore } from '../store/failures.ts'
import { deletePayloadsBefore } from '../store/openid.ts'
import { deleteSessionsBefore } from '../store/sessions.ts'
import { deleteTracesOver } from '../store/sign-in-traces.ts'
import { deleteWayChangesBefore } from '../store/way-changes.ts'

const day = 86_400_000
const batch = 1000

/**
 * Forgets sessions and codes a day after their end, what the provider kept, changes of ways to sign in after ninety days, and traces of
 * sign-ins after the term that the operator set; in batches.
 */
export const forgetExpired = job({
  name: 'identity.forget-expired',
  every: 600_000,
  patient: true,
  async run({ database, clock }) {
    const before = new Date(clock.now().getTime() - day)
    return database.transaction(platform, async tx => {
      const forgotten = [
        await deleteSessionsBefore(tx, before, batch),
        await deleteCodesBefore(tx, before, batch),
        await deletePayloadsBefore(tx, before, batch),
        await deleteFailuresBefore(tx, before, batch),
        await deleteTracesOver(tx, clock.now(), batch),
        await deleteWayChangesBefore(tx, new Date(clock.now().getTime() - 90 * day), batch),
      ]
      return forgotten.some(count => count === batch) ? batch : 0
    })
  },
})
