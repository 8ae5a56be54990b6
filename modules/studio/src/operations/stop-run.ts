import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { runNotFound, stopRun } from '../contract/index.ts'
import { findRun, updateStopping } from '../store/bench.ts'

/** Stops a run; one that ended stays as it is. */
export const stopRunHandler = handle(stopRun, {
  tenant: input => input.organisation,
  async run({ organisation, run }, { tx }) {
    if ((await findRun(tx, organisation, run)) === null) return refuse(runNotFound, { pointer: '/run' })
    await updateStopping(tx, run)
    return { run }
  },
})
