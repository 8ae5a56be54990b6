import type { MigrationMapping } from '@tereze/bpmn'
import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { statusUnfit } from '../../contract/case.ts'
import { migrationImpossible, versionNotFound } from '../../contract/version.ts'
import { getService } from '../../definition/get-service.ts'
import { findService } from '../../definition/service.ts'
import type { CaseRow } from '../../store/cases.ts'
import { listInstances } from '../../store/instances.ts'
import { beginRun, endRun } from '../case-run.ts'
import type { Operating } from './intervene.ts'
import { migrate } from './migrate.ts'
import { obstaclesOf, planMigration } from './plan-migration.ts'

/** Why a case is not taken over. */
export type NotMigrated = Refused<'cases.status-unfit' | 'cases.version-not-found' | 'cases.migration-impossible'>

/** Takes a locked case over to a version of its service and writes it; null when that is done, else why it is not. */
export async function migrateRow(
  context: Context,
  row: CaseRow,
  to: string,
  mapping: MigrationMapping,
  operating: Operating,
): Promise<NotMigrated | null> {
  const all = context.port(packages)
  const target = findService(all, row.service, to)
  if (target === null || target.version !== to) return refuse(versionNotFound, { pointer: '/to' })
  const running = (await listInstances(context.tx, row.tenant, row.id)).filter(({ endedAt }) => endedAt === null)
  if (running.length === 0) return refuse(statusUnfit, { params: { status: row.status } })
  const plan = await planMigration(all, running, target)
  const [obstacle] = obstaclesOf(plan, getService(all, row.service, row.serviceVersion), target, row.data, mapping)
  if (obstacle !== undefined)
    return refuse(migrationImpossible, { pointer: '/mapping', params: { problem: obstacle.code, node: obstacle.node } })
  const run = beginRun(context, { ...row, serviceVersion: target.version, packageHash: target.pack.hash })
  await migrate(run, row.serviceVersion, plan, mapping, operating)
  await endRun(run)
  return null
}
