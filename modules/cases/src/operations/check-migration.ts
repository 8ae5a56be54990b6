import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { checkMigration, versionNotFound } from '../contract/version.ts'
import { findService, ownedBy } from '../definition/service.ts'
import { reportMigration } from '../engine/operate/report-migration.ts'

/** Checks a migration. */
export const checkMigrationHandler = handle(checkMigration, {
  tenant: input => input.organisation,
  async run(input, context) {
    const all = context.port(packages)
    const exact = (version: string) => {
      const found = findService(all, input.service, version)
      const service = found === null ? null : ownedBy(found, input.organisation)
      return service?.version === version && service.owner === input.organisation ? service : null
    }
    const [before, target] = [exact(input.from), exact(input.to)]
    if (before === null) return refuse(versionNotFound, { pointer: '/from' })
    if (target === null) return refuse(versionNotFound, { pointer: '/to' })
    return reportMigration(context, before, target, input.mapping ?? {})
  },
})
