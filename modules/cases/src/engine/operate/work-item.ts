import type { Context } from '@tereze/foundation-operations'
import { isRefused, type Refused, refuse } from '@tereze/operation'
import { caseNotFound, ownCase } from '../../contract/case.ts'
import { incidentNotFound } from '../../contract/incident.ts'
import type { InstanceChange } from '../../contract/instance.ts'
import type { BatchItemRow, RunningBatch } from '../../store/batches.ts'
import { type CaseRow, lockCase } from '../../store/cases.ts'
import { findOpenIncident } from '../../store/incidents.ts'
import { beginRun, endRun } from '../case-run.ts'
import { possibleChange } from './change-instance.ts'
import type { Operating } from './intervene.ts'
import { mayOperateOn } from './may-operate.ts'
import { migrateRow } from './migrate-row.ts'
import { modify } from './modify.ts'
import { retry } from './retry.ts'

/** The instance and the change that an item of a batch means. */
function changeOf(work: RunningBatch['work'], target: string): { instance: string; change: InstanceChange } | null {
  if (work.kind === 'cancel') return { instance: target, change: { kind: 'cancel' } }
  if (work.kind !== 'modify') return null
  if (work.change.kind !== 'move') return { instance: target, change: work.change }
  const instance = target.slice(0, target.lastIndexOf(':'))
  return { instance, change: { kind: 'move', token: target, to: work.change.to } }
}

async function workOn(
  context: Context,
  row: CaseRow,
  { work }: RunningBatch,
  { target }: BatchItemRow,
  operating: Operating,
): Promise<Refused | null> {
  if (work.kind === 'migrate') return migrateRow(context, row, work.to, work.mapping ?? {}, operating)
  const run = beginRun(context, row)
  const wanted = changeOf(work, target)
  if (wanted === null) {
    const incident = await findOpenIncident(context.tx, row.tenant, row.id, target)
    if (incident === null) return refuse(incidentNotFound)
    await retry(run, incident, operating)
  } else {
    const possible = await possibleChange(run, wanted.instance, wanted.change)
    if (isRefused(possible)) return possible
    await modify(run, possible, wanted.change, operating)
  }
  await endRun(run)
  return null
}

/** Does to one case what a batch says, in the running transaction; null when it is done, else why it is not. */
export async function workItem(context: Context, batch: RunningBatch, item: BatchItemRow): Promise<Refused | null> {
  const row = await lockCase(context.tx, item.caseId)
  if (row === null) return refuse(caseNotFound)
  if (!mayOperateOn({ id: batch.official }, row)) return refuse(ownCase)
  context.concerns([row.person])
  return workOn(context, row, batch, item, { official: batch.official, reason: batch.reason, batch: batch.id })
}
