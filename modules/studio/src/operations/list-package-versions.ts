import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listPackageVersions, packageNotFound, rollBackPackage } from '../contract/index.ts'
import { listRollbacksOf } from '../store/rollbacks.ts'
import { publishedVersions } from '../views/published-versions.ts'
import { rollbackCards } from '../views/rollback-card.ts'

/** The versions of a package. */
export const listPackageVersionsHandler = handle(listPackageVersions, {
  tenant: input => input.organisation,
  async run({ organisation, kind, package: id }, context) {
    const published = publishedVersions(context.port(packages), organisation, kind, id)
    if (published === null) return refuse(packageNotFound, { pointer: '/package' })
    const { used, versions } = published
    return {
      title: textOf(context.port(packages).get(kind, id), 'title'),
      versions: versions
        .map(({ version, standing }) => ({
          version,
          use: version === used ? ('in-use' as const) : standing === 'withdrawn' ? standing : ('earlier' as const),
        }))
        .toReversed(),
      rollbacks: await rollbackCards(context, organisation, await listRollbacksOf(context.tx, organisation, kind, id)),
      mayRollBack: versions.length > 1 && (await context.may(rollBackPackage)),
    }
  },
})
