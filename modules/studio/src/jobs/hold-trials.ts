import { packages } from '@tereze/catalogue/contract'
import { job } from '@tereze/foundation-operations'
import { versionTrialOrdered } from '../contract/index.ts'
import { isToHold } from '../rules/decide-hold.ts'
import { ownerOfCard } from '../rules/package-files.ts'
import { dueTrials, insertVersionTrial } from '../store/version-trials.ts'
import { trialFigures } from '../views/trial-figures.ts'

/** Orders that a version on trial gets no more cases where too many of its cases failed; a publisher decides what becomes of it. */
export const holdTrialsJob = job({
  name: 'studio.hold-trials',
  every: 60_000,
  patient: true,
  due: dueTrials,
  async run({ ports, write }) {
    const all = ports.get(packages)
    let held = 0
    for (const pack of all.list('service')) {
      const trial = all.trial('service', pack.id)
      const organisation = ownerOfCard(pack.json.get('service.json') ?? {})
      if (trial === null || trial.share === 0 || organisation === null) continue
      held += await write(organisation, async context => {
        const { tx, now, ids, emit } = context
        const [figures] = await trialFigures(context, organisation, pack.id)
        if (figures === undefined || !isToHold(figures)) return 0
        const order = ids.newId('versiontrial')
        const row = { id: order, kind: 'service', package: pack.id, version: trial.version, change: 'hold' } as const
        const { cases, faulty } = figures
        if (!(await insertVersionTrial(tx, { ...row, share: null, reason: '', by: null, cases, faulty, now }))) return 0
        await emit(versionTrialOrdered, { subject: order, data: { order } })
        return 1
      })
    }
    return held
  },
})
