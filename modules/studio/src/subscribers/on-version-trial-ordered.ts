import { packageDesk, packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { versionTrialOrdered, versionTrialSettled } from '../contract/index.ts'
import { findVersionTrial } from '../store/version-trials.ts'

/** A publisher ordered something about a version on trial: the platform, whose packages are, does it and tells what came of it. */
export const onVersionTrialOrdered = subscriber({
  name: 'studio.on-version-trial-ordered',
  on: [versionTrialOrdered],
  tenant: () => 'platform',
  async react({ tenant: organisation, data: { order } }, context) {
    const row = await findVersionTrial(context.tx, organisation, order)
    if (row?.state !== 'ordered') return
    const { kind, package: id, version, change, share } = row
    const desk = context.port(packageDesk)
    const isTried = context.port(packages).standing(kind, id, version) === 'trial'
    if (isTried && change === 'share' && share !== null) await desk.share(context, { kind, id, version, share })
    if (isTried && change === 'hold') await desk.share(context, { kind, id, version, share: 0 })
    if (isTried && change === 'adopt') await desk.use(context, { kind, id, version })
    if (isTried && change === 'end') await desk.withdraw(context, { kind, id, version })
    await context.emit(versionTrialSettled, {
      subject: order,
      data: { organisation, order, problem: isTried ? null : 'studio.version-not-tried' },
    })
  },
})
