import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getTrial, runNotFound } from '../contract/index.ts'
import { findRun } from '../store/bench.ts'
import { benchRun } from '../views/bench-run.ts'

/** How a trial stands. */
export const getTrialHandler = handle(getTrial, {
  tenant: input => input.organisation,
  async run({ organisation, run }, { tx }) {
    const row = await findRun(tx, organisation, run)
    if (row === null || row.kind !== 'trial') return refuse(runNotFound, { pointer: '/run' })
    return { run: benchRun(row), told: row.outcome }
  },
})
