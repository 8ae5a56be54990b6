import { job } from '@tereze/foundation-operations'
import { platform } from '../platform.ts'
import { deleteUnsigned } from '../store/statements.ts'

const batch = 1000

/** Forgets statements that nobody signed in time. */
export const forgetUnsigned = job({
  name: 'signatures.forget-unsigned',
  every: 3_600_000,
  patient: true,
  async run({ database, clock }) {
    const forgotten = await database.transaction(platform, tx => deleteUnsigned(tx, clock.now(), batch))
    return forgotten === batch ? batch : 0
  },
})
