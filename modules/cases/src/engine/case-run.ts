import type { Effect, Input, Process } from '@tereze/bpmn'
import { getOrganisation, type Package, type Packages, packages } from '@tereze/catalogue/contract'
import { type Context, localDate } from '@tereze/foundation-operations'
import { caseChanged } from '../contract/case.ts'
import { jurisdictionOf } from '../definition/jurisdiction.ts'
import { ownedBy, type Service, serviceOf } from '../definition/service.ts'
import { decideWaiting } from '../rules/decide-waiting.ts'
import { suspendedUntil } from '../rules/suspension.ts'
import type { CaseRow } from '../store/cases.ts'
import { flush } from '../store/flush.ts'
import type { InstanceRow } from '../store/instances.ts'
import type { TimelineRow } from '../store/records.ts'
import { CaseDraft } from './draft.ts'
import { watchStage } from './watch-terms.ts'

/** An instance with the process that it runs and what it is to be given. */
export interface Turn {
  readonly instance: InstanceRow
  readonly process: Process
  readonly inputs: readonly Input[]
  /** Effects of a step that has been made already; heeded before the inputs. */
  readonly begun?: readonly Effect[]
}

/** Turns of instances, the next first: instances that tell each other something take turns, never one inside the other. */
export interface Agenda {
  readonly turns: Turn[]
  moving: boolean
  /** The data of the case that conditions were looked at with. */
  seen: CaseRow['data']
}

/** An effect that was heeded, with the process that it is of. */
export interface HeardEffect {
  readonly process: Process
  readonly effect: Effect
}

/** A case that is being moved in a transaction: its row and all that is made beside it as a draft, and what moving it needs. */
export interface CaseRun {
  readonly context: Context
  readonly packages: Packages
  readonly service: Service
  readonly jurisdiction: Package
  readonly zone: string
  /** The legal date of this moment. */
  readonly today: string
  readonly row: CaseRow
  /** Rows that are written with the case. */
  readonly draft: CaseDraft
  /** Inputs that instances of the case are still to be given in this transaction. */
  readonly agenda: Agenda
  /** Variables that the process hands to the task or call at hand alone. */
  readonly local: Readonly<Record<string, unknown>>
  /** Keeps every effect that is heeded, in order, where somebody is to see them. */
  readonly heard?: HeardEffect[]
  /** How it stood when it was loaded. */
  readonly before: Pick<CaseRow, 'status' | 'waiting' | 'outcome' | 'appeal' | 'stage'>
}

/** Begins to move a case that the transaction has locked or just made. */
export function beginRun(context: Context, row: CaseRow): CaseRun {
  const all = context.port(packages)
  const service = ownedBy(serviceOf(all.get('service', row.service, row.serviceVersion)), row.tenant)
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
    draft: new CaseDraft(row.id, row.loaded),
    agenda: { turns: [], moving: false, seen: row.data },
    local: {},
    before: { status, waiting, outcome, appeal, stage },
  }
}

/** The same run, in which expressions see variables of a task or call as well. */
export function withLocal(run: CaseRun, local: CaseRun['local']): CaseRun {
  return Object.keys(local).length === 0 ? run : { ...run, local: { ...run.local, ...local } }
}

/** Adds a line to the timeline. */
export async function note(
  run: CaseRun,
  key: string,
  actor: TimelineRow['actor'],
  params: TimelineRow['params'] = {},
): Promise<void> {
  const { context, draft } = run
  const id = `${context.ids.newUuid()}.${draft.count()}`
  draft.addLine({ id, at: context.now.toISOString(), actor, key, params })
}

/** Announces what changed in a case that was written. */
async function announce({ row, before, context }: CaseRun): Promise<void> {
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

/**
 * Writes the drafts of cases of one organisation in one statement, and announces what changed.
 * @throws CaseMovedMeanwhile when one was moved without the lock.
 */
export async function endRuns(context: Context, runs: readonly CaseRun[]): Promise<void> {
  if (runs.length === 0) return
  for (const run of runs) if (run.row.stage !== run.before.stage) watchStage(run)
  for (const { row, draft } of runs) row.waiting = decideWaiting(row.status, suspendedUntil(row.data), draft.open())
  await flush(
    context.tx,
    runs.map(({ draft, row }) => draft.writes(row)),
    context.now,
  )
  for (const run of runs) {
    run.draft.written()
    run.row.revision += 1
    await announce(run)
  }
}

/** Writes the draft of a case, and announces what changed. */
export async function endRun(run: CaseRun): Promise<void> {
  await endRuns(run.context, [run])
}
