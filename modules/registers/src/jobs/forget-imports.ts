import { job } from '@tereze/foundation-operations'
import { deleteRows, listStale } from '../store/imports.ts'

const atOnce = 20
const daysKept = 30
const day = 86_400_000

/** Lets go what is left of files and refused rows of imports that began long ago: they hold what the register itself does not. */
export const forgetImportsJob = job({
  name: 'registers.forget-imports',
  every: 3_600_000,
  patient: true,
  async run({ database, clock, write }) {
    const before = new Date(clock.now().getTime() - daysKept * day)
    const stale = await listStale(database, before, atOnce)
    for (const { tenant, import: id } of stale) await write(tenant, async ({ tx }) => deleteRows(tx, id))
    return stale.length
  },
})
