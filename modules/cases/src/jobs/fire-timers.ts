import { type JobContext, job } from '@tereze/foundation-operations'
import { processOf } from '../definition/service.ts'
import { advance } from '../engine/advance.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { closeBeside } from '../engine/close-beside.ts'
import { instanceOf } from '../engine/instance-of.ts'
import { isSuspended } from '../engine/suspension.ts'
import { lockCase } from '../store/cases.ts'
import { deleteWork, listDue, type WorkRow } from '../store/work.ts'

const batch = 50

async function fire(parts: JobContext, work: WorkRow): Promise<void> {
  await parts.write(work.tenant, async context => {
    const row = await lockCase(context.tx, work.caseId)
    if (row === null || !(await deleteWork(context.tx, work.id)) || work.instance === null) return
    const run = beginRun(context, row)
    const instance = await instanceOf(run, work.instance)
    const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
    const suspended = isSuspended(row)
    await advance(run, instance, process, [{ type: 'timer-fired', id: work.id }])
    await closeBeside(run, suspended)
    await endRun(run)
  })
}

/** Fires the timers of processes that are due. */
export const fireTimers = job({
  name: 'cases.fire-timers',
  every: 1000,
  async run(parts) {
    const due = await listDue(parts.database, 'timer', parts.clock.now(), batch)
    const results = await Promise.allSettled(due.map(work => fire(parts, work)))
    const failed = results.find(result => result.status === 'rejected')
    if (failed) throw failed.reason
    return due.length
  },
})
