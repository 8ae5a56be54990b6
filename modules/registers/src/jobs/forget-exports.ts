import { job } from '@tereze/foundation-operations'
import { deleteStaleExports, listStaleExports } from '../store/exports.ts'

const day = 86_400_000

/** Forgets files that were asked for and not taken: what was searched for may name somebody. */
export const forgetExportsJob = job({
  name: 'registers.forget-exports',
  every: 3_600_000,
  patient: true,
  async run({ database, clock, write }) {
    const before = new Date(clock.now().getTime() - day)
    let forgotten = 0
    for (const tenant of await listStaleExports(database, before))
      forgotten += await write(tenant, ({ tx }) => deleteStaleExports(tx, before))
    return forgotten
  },
})
