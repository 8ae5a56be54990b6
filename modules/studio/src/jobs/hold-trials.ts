import { packages } from '@tereze/catalogue/contract'
import { job } from '@tereze/foundation-operations'
import { versionTrialOrdered } from '../contract/index.ts'
import { isToHold } from '../rules/decide-hold.ts'
import { dueTrials, insertVersionTrial } from '../store/version-trials.ts'
import { servicesOnTrial } from '../views/services-on-trial.ts'
import { trialFigures } from '../views/trial-figures.ts'

/** Orders that a version on trial gets no more cases where too many of its cases failed; a publisher decides what becomes of it. */
export const holdTrialsJob = job({
  name: 'studio.hold-trials',
  every: 60_000,
  patient: true,
  due: dueTrials,
  async run({ ports, write }) {
    let held = 0
    for (const { organisation, service, version, share } of servicesOnTrial(ports.get(packages))) {
      if (share === 0) continue
      held += await write(organisation, async context => {
        const { tx, now, ids, emit } = context
        const [figures] = await trialFigures(context, organisation, service.id)
        if (figures === undefined || !isToHold(figures)) return 0
        const order = ids.newId('versiontrial')
        const row = { id: order, kind: 'service', package: service.id, version, change: 'hold' } as const
        const { cases, faulty } = figures
        if (!(await insertVersionTrial(tx, { ...row, share: null, reason: '', by: null, cases, faulty, now }))) return 0
        await emit(versionTrialOrdered, { subject: order, data: { order } })
        return 1
      })
    }
    return held
  },
})
