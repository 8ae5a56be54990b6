import { job } from '@tereze/foundation-operations'
import { deleteEnded, listTenantsToForget } from '../store/forget.ts'

/** For how long what ended is kept, milliseconds: an answer can be read for an hour. */
const kept = 3_600_000

/** Forgets offers, used nonces, questions and answers an hour after their end. */
export const forgetEnded = job({
  name: 'credentials.forget-ended',
  every: 600_000,
  patient: true,
  async run({ database, clock }) {
    const before = new Date(clock.now().getTime() - kept)
    for (const tenant of await listTenantsToForget(database, before))
      await database.transaction(tenant, tx => deleteEnded(tx, before))
    return 0
  },
})
