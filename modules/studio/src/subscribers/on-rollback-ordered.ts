import { packageDesk } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { rollbackOrdered, rollbackSettled } from '../contract/index.ts'
import { findRollback } from '../store/rollbacks.ts'
import { obstaclesToRollback } from '../views/published-versions.ts'

/** A publisher ordered an earlier version: the platform, whose packages are, lets new things begin with it and tells what came of it. */
export const onRollbackOrdered = subscriber({
  name: 'studio.on-rollback-ordered',
  on: [rollbackOrdered],
  tenant: () => 'platform',
  async react({ tenant: organisation, data: { rollback } }, context) {
    const row = await findRollback(context.tx, organisation, rollback)
    if (row?.state !== 'ordered') return
    const { kind, package: id, fromVersion: from, toVersion: to } = row
    const problems = await obstaclesToRollback(context, { kind, package: id, from, to })
    if (problems.length === 0) await context.port(packageDesk).use(context, { kind, id, version: to })
    await context.emit(rollbackSettled, {
      subject: rollback,
      data: { organisation, rollback, done: problems.length === 0, problems: problems.slice(0, 50) },
    })
  },
})
