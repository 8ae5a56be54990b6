import { getOrganisation, type Package, type Packages, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { caseChanged } from '../contract/case.ts'
import { jurisdictionOf } from '../definition/jurisdiction.ts'
import { type Service, serviceOf } from '../definition/service.ts'
import { localDate } from '../rules/local-date.ts'
import { type CaseRow, updateCase } from '../store/cases.ts'
import { insertTimeline, type TimelineRow } from '../store/records.ts'
import { listOpenTasks } from '../store/tasks.ts'
import { listPendingKinds } from '../store/work.ts'
import { watchStage } from './watch-terms.ts'

/** A case that is being moved in a transaction: its row as a draft, and what moving it needs. */
export interface CaseRun {
  readonly context: Context
  readonly packages: Packages
  readonly service: Service
  readonly jurisdiction: Package
  readonly zone: string
  /** The legal date of this moment. */
  readonly today: string
  readonly row: CaseRow
  /** How it stood when it was loaded. */
  readonly before: Pick<CaseRow, 'status' | 'waiting' | 'outcome' | 'appeal' | 'stage'>
  /** Lines of the timeline that this transaction adds. */
  noted: number
}

/** Begins to move a case that the transaction has locked or just made. */
export function beginRun(context: Context, row: CaseRow): CaseRun {
  const all = context.port(packages)
  const service = serviceOf(all.get('service', row.service, row.serviceVersion))
  const { zone } = getOrganisation(all, service.owner)
  const { status, waiting, outcome, appeal, stage } = row
  return {
    context,
    packages: all,
    service,
    jurisdiction: jurisdictionOf(all, service.jurisdiction),
    zone,
    today: localDate(context.now, zone),
    row,
    before: { status, waiting, outcome, appeal, stage },
    noted: 0,
  }
}

/** Adds a line to the timeline. */
export async function note(
  run: CaseRun,
  key: string,
  actor: TimelineRow['actor'],
  params: Record<string, string | number> = {},
): Promise<void> {
  const id = `${run.context.ids.newUuid()}.${run.noted++}`
  await insertTimeline(run.context.tx, run.row.id, { id, at: run.context.now.toISOString(), actor, key, params })
}

async function waitingFor(run: CaseRun): Promise<CaseRow['waiting']> {
  const { tx } = run.context
  if (run.row.status === 'closed') return null
  const tasks = await listOpenTasks(tx, tx.tenant, run.row.id)
  if (tasks.some(task => task.person !== null)) return 'applicant'
  if (tasks.length > 0) return null
  const kinds = await listPendingKinds(tx, tx.tenant, run.row.id)
  return kinds.has('facts') ? 'agency' : kinds.has('timer') ? 'date' : null
}

/** Writes the draft, and announces what changed. */
export async function endRun(run: CaseRun): Promise<void> {
  const { row, before, context } = run
  row.waiting = await waitingFor(run)
  if (row.stage !== before.stage) await watchStage(run)
  await updateCase(context.tx, row)
  const changed =
    row.status !== before.status ||
    row.waiting !== before.waiting ||
    row.outcome !== before.outcome ||
    row.appeal !== before.appeal ||
    row.stage !== before.stage
  if (!changed) return
  await context.emit(caseChanged, {
    subject: row.id,
    data: {
      case: row.id,
      service: row.service,
      person: row.person,
      status: row.status,
      waiting: row.waiting,
      outcome: row.outcome,
      cause: row.cause,
    },
  })
}
