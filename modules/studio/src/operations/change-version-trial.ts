import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { changeVersionTrial, packageNotFound, trialBusy, versionTrialOrdered } from '../contract/index.ts'
import { whyNoChange } from '../rules/decide-version-trial.ts'
import { findPublished } from '../store/publications.ts'
import { insertVersionTrial } from '../store/version-trials.ts'
import { publishedVersions } from '../views/published-versions.ts'

/** Changes a trial. */
export const changeVersionTrialHandler = handle(changeVersionTrial, {
  tenant: input => input.organisation,
  async run({ organisation, kind, package: id, version, change, share, reason }, context) {
    const { tx, ids, now, actor, port } = context
    if (publishedVersions(port(packages), organisation, kind, id) === null)
      return refuse(packageNotFound, { pointer: '/package' })
    const why = whyNoChange({
      onTrial: port(packages).trial(kind, id),
      wanted: { version, change, share },
      publication: await findPublished(tx, organisation, kind, id, version),
      official: actor.id,
    })
    if (why !== null) return why
    const order = ids.newId('versiontrial')
    const row = { id: order, kind, package: id, version, change, share: share ?? null, reason: reason.trim() }
    if (!(await insertVersionTrial(tx, { ...row, by: actor.id, now })))
      return refuse(trialBusy, { pointer: '/package' })
    await context.emit(versionTrialOrdered, { subject: order, data: { order } })
    return { order }
  },
})
