import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { changeVersionTrial, listPackageVersions, packageNotFound, rollBackPackage } from '../contract/index.ts'
import { fewestToCompare } from '../rules/decide-hold.ts'
import { listRollbacksOf } from '../store/rollbacks.ts'
import { listVersionTrials } from '../store/version-trials.ts'
import { publishedVersions } from '../views/published-versions.ts'
import { rollbackCards } from '../views/rollback-card.ts'
import { trialFigures } from '../views/trial-figures.ts'
import { versionTrialCards } from '../views/version-trial-card.ts'

/** How a version that is not in use is told of. */
const useOf = { 'in-force': 'earlier', withdrawn: 'withdrawn', trial: 'on-trial' } as const

/** The versions of a package. */
export const listPackageVersionsHandler = handle(listPackageVersions, {
  tenant: input => input.organisation,
  async run({ organisation, kind, package: id }, context) {
    const published = publishedVersions(context.port(packages), organisation, kind, id)
    if (published === null) return refuse(packageNotFound, { pointer: '/package' })
    const { used, versions } = published
    const trial = context.port(packages).trial(kind, id)
    const figures = kind === 'service' ? await trialFigures(context, organisation, id) : []
    return {
      title: textOf(context.port(packages).get(kind, id), 'title'),
      versions: versions
        .map(({ version, standing }) => ({
          version,
          use: version === used ? ('in-use' as const) : useOf[standing],
        }))
        .toReversed(),
      rollbacks: await rollbackCards(context, organisation, await listRollbacksOf(context.tx, organisation, kind, id)),
      mayRollBack: versions.length > 1 && (await context.may(rollBackPackage)),
      trial:
        trial === null
          ? null
          : {
              version: trial.version,
              share: trial.share,
              figures: [...figures],
              isEarly: figures.some(({ cases }) => cases < fewestToCompare),
            },
      trialOrders: await versionTrialCards(
        context,
        organisation,
        await listVersionTrials(context.tx, organisation, kind, id),
      ),
      mayChangeTrial: trial !== null && (await context.may(changeVersionTrial)),
    }
  },
})
