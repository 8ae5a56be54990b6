import type { Packages } from '@tereze/catalogue/contract'
import { type Database, rows, sql } from '@tereze/foundation-database'
import type { Context, JobContext } from '@tereze/foundation-operations'
import { insertLines } from '../../modules/audit/src/store/lines.ts'
import { caseOpened } from '../../modules/cases/src/contract/index.ts'
import { findService, processOf, type Service } from '../../modules/cases/src/definition/service.ts'
import { advance, startInstance } from '../../modules/cases/src/engine/advance.ts'
import { beginRun, type CaseRun, endRuns } from '../../modules/cases/src/engine/case-run.ts'
import { completeWith } from '../../modules/cases/src/engine/complete.ts'
import { applyFacts } from '../../modules/cases/src/engine/facts.ts'
import { instanceOf } from '../../modules/cases/src/engine/instance-of.ts'
import { type CaseRow, insertCases, lockFreeCases } from '../../modules/cases/src/store/cases.ts'
import { type TaskRow, taskColumns } from '../../modules/cases/src/store/tasks.ts'
import { listDue } from '../../modules/cases/src/store/work.ts'

/** Whose cases they are, and the service whose rules their expressions see. */
export const tenant = 'social-protection'
const service = 'monthly-child-benefit'

/** A durable transition of a batch: how many instances it moved. */
export type Transition = (parts: JobContext, batch: number) => Promise<number>

function newCase(context: Context, { id, version, pack }: Service): CaseRow {
  const { ids, now } = context
  const at = now.toISOString()
  const person = ids.newId('person')
  return {
    tenant,
    id: ids.newId('case'),
    number: ids.randomText(12, '0123456789ABCDEF'),
    key: `${person}/bench`,
    service: id,
    serviceVersion: version,
    packageHash: pack.hash,
    person,
    submitter: null,
    channel: 'portal',
    cause: null,
    businessKey: null,
    department: 'north',
    status: 'in-progress',
    stage: null,
    waiting: null,
    outcome: null,
    appeal: 'none',
    deadline: null,
    data: { application: { forWhom: 'own' } },
    revision: 1,
    openedAt: at,
    submittedAt: at,
    registeredAt: at,
    decidedAt: null,
    appealedAt: null,
    endedAt: null,
    rating: null,
  }
}

/** One line of audit for what a batch did, with all whom it concerned, as a bulk operation writes it. */
async function audit(context: Context, operation: string, runs: readonly CaseRun[]): Promise<void> {
  await insertLines(context.tx, [
    {
      id: context.ids.newId('audit'),
      tenant,
      time: context.now.toISOString(),
      actor: context.actor,
      operation,
      purpose: 'case-handling',
      ground: null,
      subjects: runs.map(({ row }) => row.person),
      fields: [],
      outcome: 'done',
      policyVersion: 'bench',
      correlation: context.correlation,
    },
  ])
}

/** Opens cases on which a process runs to its first wait. */
export function begin(packages: Packages, process: string): Transition {
  const of = findService(packages, service)
  if (of === null) throw new Error(`${service} is not published`)
  return (parts, batch) =>
    parts.write(tenant, async context => {
      const cases = Array.from({ length: batch }, () => newCase(context, of))
      await insertCases(context.tx, cases)
      const runs: CaseRun[] = []
      for (const row of cases) {
        const run = beginRun(context, row)
        const data = { case: row.id, service: row.service, person: row.person, cause: null }
        await context.emit(caseOpened, { subject: row.id, data })
        await startInstance(run, 'service', { packageKind: 'process', package: process, packageVersion: '1.0.0' })
        runs.push(run)
      }
      await endRuns(context, runs)
      await audit(context, 'bench.begin', runs)
      return batch
    })
}

/** The answer of the other organisation arrives: the gateway is passed, and a task opened. */
export const answer: Transition = async (parts, batch) => {
  const due = await listDue(parts.database, 'facts', parts.clock.now(), batch)
  if (due.length === 0) return 0
  return parts.write(tenant, async context => {
    const free = await lockFreeCases(
      context.tx,
      due.map(({ caseId }) => caseId),
    )
    const locked = new Map(free.map(row => [row.id, beginRun(context, row)]))
    const runs: CaseRun[] = []
    for (const work of due) {
      const run = locked.get(work.caseId)
      if (work.instance === null || !run?.draft.takeWork(work.id)) continue
      const source = run.service.sources.find(({ id }) => id === 'income')
      if (source === undefined) throw new Error('the service asks nobody for income')
      const value = { monthly: { amount: '60000.00', currency: 'DMD' }, conflict: false }
      const at = context.now.toISOString()
      applyFacts(run, [{ source, state: 'found', value, from: 'tax-agency', at, message: work.id }])
      const instance = await instanceOf(run, work.instance)
      const pack = run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
      await advance(run, instance, await processOf(pack), [{ type: 'call-completed', id: work.id }])
      runs.push(run)
    }
    await endRuns(context, runs)
    await audit(context, 'bench.answer', runs)
    return runs.length
  })
}

async function openTasks(database: Database, batch: number): Promise<TaskRow[]> {
  return rows(
    database,
    sql<TaskRow>`select ${taskColumns} from cases.tasks t
      where t.tenant = ${tenant} and t.role = 'case-worker' and t.person is null and t.ended_at is null limit ${batch}`,
  )
}

/** Officials complete tasks: the instances end. */
export const complete: Transition = async (parts, batch) => {
  const tasks = await openTasks(parts.database, batch)
  if (tasks.length === 0) return 0
  return parts.write(tenant, async context => {
    const byCase = new Map(tasks.map(task => [task.caseId, task]))
    const runs: CaseRun[] = []
    for (const row of await lockFreeCases(context.tx, [...byCase.keys()])) {
      const task = byCase.get(row.id)
      if (task === undefined) continue
      const run = beginRun(context, row)
      const refused = await completeWith(run, task, { review: { note: 'seen' } }, 'done')
      if (refused !== null) throw new Error(refused.code)
      runs.push(run)
    }
    await endRuns(context, runs)
    await audit(context, 'bench.complete', runs)
    return runs.length
  })
}

/** How many rows there are of what the transitions must have written. */
export async function countWritten(database: Database): Promise<Record<string, number>> {
  const [found] = await rows(
    database,
    sql<Record<string, number>>`select
      (select count(*)::int from cases.instances where ended_at is not null) as ended,
      (select count(*)::int from cases.tasks where ended_at is not null) as tasks,
      (select count(*)::int from cases.history) as history,
      (select count(*)::int from cases.timeline) as timeline,
      (select count(*)::int from events.outbox) as events,
      (select count(*)::int from audit.lines) as audited,
      (select count(*)::int from cases.work) as waiting`,
  )
  return found ?? {}
}
