import { setImmediate as breathe } from 'node:timers/promises'
import { type Context, type JobContext, job } from '@tereze/foundation-operations'
import { processOf } from '../definition/service.ts'
import { advance } from '../engine/advance.ts'
import { beginRun, type CaseRun, endRuns } from '../engine/case-run.ts'
import { closeBeside } from '../engine/close-beside.ts'
import { instanceOf } from '../engine/instance-of.ts'
import { isSuspended } from '../engine/suspension.ts'
import { lockFreeCases } from '../store/cases.ts'
import { listDue, takeWork, type WorkRow } from '../store/work.ts'
import { reportFailure } from './report-failure.ts'

/** Timers that are looked at together, and those that one transaction fires: few, so that people are served between them. */
const batch = 60
const chunk = 12

async function fireOne(runs: ReadonlyMap<string, CaseRun>, work: WorkRow): Promise<void> {
  const run = runs.get(work.caseId)
  if (run === undefined || work.instance === null) return
  const instance = await instanceOf(run, work.instance)
  const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
  const suspended = isSuspended(run.row)
  await advance(run, instance, process, [{ type: 'timer-fired', id: work.id }])
  await closeBeside(run, suspended)
}

/** Fires timers of one organisation; those of cases that somebody moves right now stay due. Gives how many there were to fire. */
async function fire(context: Context, due: readonly WorkRow[]): Promise<number> {
  const free = await lockFreeCases(context.tx, [...new Set(due.map(({ caseId }) => caseId))])
  const runs = new Map(free.map(row => [row.id, beginRun(context, row)]))
  const ids = due.filter(({ caseId }) => runs.has(caseId)).map(({ id }) => id)
  const taken = ids.length === 0 ? [] : await takeWork(context.tx, ids)
  for (const work of taken) await fireOne(runs, work)
  const moved = new Set(taken.map(({ caseId }) => caseId))
  await endRuns(
    context,
    [...runs.values()].filter(({ row }) => moved.has(row.id)),
  )
  return taken.length
}

/** Fires a chunk in one transaction; where one of them throws, each in its own, and what throws is tried again later. */
async function fireChunk(parts: JobContext, tenant: string, due: readonly WorkRow[]): Promise<number> {
  try {
    return await parts.write(tenant, context => fire(context, due))
  } catch (error) {
    const [only, ...others] = due
    if (only === undefined) return 0
    if (others.length > 0) {
      let fired = 0
      for (const work of due) fired += await fireChunk(parts, tenant, [work])
      return fired
    }
    await reportFailure(parts, only, error)
    return 1
  }
}

/** Fires the timers of processes that are due, a few cases at a time and one transaction after the other. */
export const fireTimers = job({
  name: 'cases.fire-timers',
  every: 1000,
  async run(parts) {
    const due = await listDue(parts.database, 'timer', parts.clock.now(), batch)
    let fired = 0
    for (const tenant of new Set(due.map(work => work.tenant))) {
      const own = due.filter(work => work.tenant === tenant)
      for (let from = 0; from < own.length; from += chunk) {
        fired += await fireChunk(parts, tenant, own.slice(from, from + chunk))
        await breathe()
      }
    }
    return fired
  },
})
