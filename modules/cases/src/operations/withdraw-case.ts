import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, statusUnfit, withdrawCase } from '../contract/case.ts'
import { changedMeanwhile } from '../contract/revision.ts'
import { processOf } from '../definition/service.ts'
import { advance } from '../engine/advance.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { isOwn } from '../engine/own-case.ts'
import { writeAct } from '../engine/write-act.ts'
import { isAsSeen } from '../rules/is-as-seen.ts'
import { mayNow } from '../rules/may-now.ts'
import { lockCase } from '../store/cases.ts'
import { listOpenTasks } from '../store/tasks.ts'

/** Takes back an own application that is not decided yet. */
export const withdrawCaseHandler = handle(withdrawCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null || !isOwn(context, row)) return refuse(caseNotFound, { pointer: '/case' })
    if (!isAsSeen(row, input.revision)) return refuse(changedMeanwhile, { pointer: '/revision' })
    const run = beginRun(context, row)
    if (!mayNow(run).withdraw) return refuse(statusUnfit, { params: { status: row.status } })
    context.concerns([row.person])
    row.status = 'closed'
    row.outcome = 'withdrawn'
    for (const instance of run.draft.listInstances()) {
      const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
      await advance(run, instance, process, [{ type: 'cancel' }])
    }
    for (const task of await listOpenTasks(context.tx, row.tenant, row.id)) {
      run.draft.endTask(task.id, { at: context.now, by: null, outcome: 'cancelled' })
    }
    run.draft.deleteAllWork()
    await writeAct(run, 'discontinuance', input.reason === '' ? {} : { text: input.reason })
    await note(run, 'timeline.withdrawn', 'you')
    await endRun(run)
    return { case: row.id }
  },
})
