import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import {
  packageNotFound,
  rollBackPackage,
  rollbackImpossible,
  rollbackOpen,
  rollbackOrdered,
} from '../contract/index.ts'
import { decideTarget } from '../rules/decide-rollback.ts'
import { insertRollback } from '../store/rollbacks.ts'
import { obstaclesToRollback, publishedVersions } from '../views/published-versions.ts'

/** Orders an earlier version. */
export const rollBackPackageHandler = handle(rollBackPackage, {
  tenant: input => input.organisation,
  async run({ organisation, kind, package: id, from, to: wanted, reason }, context) {
    const { tx, ids, now, actor, port } = context
    const published = publishedVersions(port(packages), organisation, kind, id)
    if (published === null) return refuse(packageNotFound, { pointer: '/package' })
    const to = decideTarget(published, { from, to: wanted })
    if (isRefused(to)) return to
    const obstacles = await obstaclesToRollback(context, { kind, package: id, from, to })
    if (obstacles.length > 0) {
      const also = obstacles.slice(0, 50).map(({ path, code }) => ({ pointer: '/to', code, params: { path } }))
      return refuse(rollbackImpossible, { pointer: '/to', params: { version: to }, also })
    }
    const rollback = ids.newId('rollback')
    const title = textOf(port(packages).get(kind, id), 'title')
    const row = { id: rollback, kind, package: id, title, fromVersion: from, toVersion: to, reason: reason.trim() }
    if (!(await insertRollback(tx, { ...row, by: actor.id, now }))) return refuse(rollbackOpen, { pointer: '/package' })
    await context.emit(rollbackOrdered, { subject: rollback, data: { rollback } })
    return { rollback, to }
  },
})
