import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { fulfilLeakDuty, leakDutyDone, leakDutyNotFound } from '../contract/index.ts'
import { findDutyForUpdate, updateDone } from '../store/leaks.ts'

/** Notes that what the law asks for after a leak was done. */
export const fulfilLeakDutyHandler = handle(fulfilLeakDuty, {
  tenant: input => input.organisation,
  async run({ leak, duty, reference }, { tx, now, actor }) {
    const row = await findDutyForUpdate(tx, leak, duty)
    if (row === null) return refuse(leakDutyNotFound, { pointer: '/duty' })
    if (row.doneAt !== null) return refuse(leakDutyDone, { pointer: '/duty' })
    updateDone(tx, { leak, duty }, { by: actor.id, at: now, reference })
    return { leak }
  },
})
