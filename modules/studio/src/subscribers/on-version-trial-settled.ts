import { subscriber } from '@tereze/foundation-operations'
import { versionTrialSettled } from '../contract/index.ts'
import { updateVersionTrialSettled } from '../store/version-trials.ts'

/** The platform carried out what was ordered about a version on trial, or refused to: the order says so. */
export const onVersionTrialSettled = subscriber({
  name: 'studio.on-version-trial-settled',
  on: [versionTrialSettled],
  tenant: ({ data }) => data.organisation,
  async react({ time, data: { order, problem } }, { tx }) {
    await updateVersionTrialSettled(tx, order, problem, new Date(time))
  },
})
