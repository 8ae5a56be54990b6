import { type JobContext, job } from '@tereze/foundation-operations'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { watchClosing } from '../engine/closing.ts'
import { decideClosing } from '../rules/decide-closing.ts'
import { closingTime } from '../rules/terms-after.ts'
import { lockFreeCases } from '../store/cases.ts'
import { dueWork, listDue, type WorkRow } from '../store/work.ts'
import { reportFailure } from './report-failure.ts'

const batch = 60

async function look(parts: JobContext, work: WorkRow): Promise<boolean> {
  return parts.write(work.tenant, async context => {
    const [row] = await lockFreeCases(context.tx, [work.caseId])
    if (row === undefined) return false
    const run = beginRun(context, row)
    if (!run.draft.takeWork(work.id)) return false
    const { status, appeal } = row
    const delivered = { status, appeal, closingTime: closingTime(run), open: run.draft.countOpen() }
    const decided = decideClosing(delivered, context.now)
    if (decided === 'close') {
      row.status = 'closed'
      await note(run, 'timeline.closed', 'us')
    } else if (decided !== null) watchClosing(run, decided.again)
    await endRun(run)
    return true
  })
}

/** Closes delivered cases for good when the terms of appeal and correction are over and nothing of them is open. */
export const closeDelivered = job({
  name: 'cases.close-delivered',
  every: 10_000,
  patient: true,
  due: dueWork('closing'),
  async run(parts) {
    const due = await listDue(parts.database, 'closing', parts.clock.now(), batch)
    let done = 0
    for (const work of due) {
      try {
        if (await look(parts, work)) done++
      } catch (error) {
        await reportFailure(parts, work, error)
        done++
      }
    }
    return done
  },
})
