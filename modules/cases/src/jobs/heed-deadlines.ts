import { type JobContext, job } from '@tereze/foundation-operations'
import { deadlinePassed } from '../contract/deadline.ts'
import { beginRun, type CaseRun, endRun, note } from '../engine/case-run.ts'
import { isOfDepartment } from '../engine/may-work-on.ts'
import { lockCase } from '../store/cases.ts'
import { updateTaskRole } from '../store/task-terms.ts'
import { listOpenTasks, type TaskRow } from '../store/tasks.ts'
import { dueWatches, listDueWatches, takeWatch, type WatchRow } from '../store/watches.ts'

const batch = 50

/** Whether what a watch is about is still to be done. */
function isOpen({ row }: CaseRun, { kind, subject }: WatchRow, tasks: readonly TaskRow[]): boolean {
  if (row.status === 'closed' || row.status === 'delivered') return false
  if (kind === 'task') return tasks.some(({ id }) => id === subject)
  return row.decidedAt === null && (kind === 'case' || row.stage === subject)
}

/** The work that goes to another role: the task itself, or of a case or stage all that waits for officials. */
function concerned({ kind, subject, to }: WatchRow, tasks: readonly TaskRow[]): TaskRow[] {
  return tasks.filter(task => task.person === null && task.role !== to && (kind !== 'task' || task.id === subject))
}

async function heed(parts: JobContext, { tenant, id, caseId }: WatchRow): Promise<void> {
  await parts.write(tenant, async context => {
    const row = await lockCase(context.tx, caseId)
    const watch = await takeWatch(context.tx, id, context.now)
    if (row === null || watch === null) return
    const run = beginRun(context, row)
    const tasks = await listOpenTasks(context.tx, tenant, caseId)
    if (!isOpen(run, watch, tasks)) return
    const { to, over, kind: of, date } = watch
    const moved = concerned(watch, tasks)
    for (const task of moved)
      await updateTaskRole(context.tx, task.id, to, isOfDepartment(run.packages, to) ? row.department : null)
    if (moved.length > 0) await note(run, over ? 'timeline.escalated' : 'timeline.deadline-near', 'us', { date })
    if (over)
      await context.emit(deadlinePassed, {
        subject: row.id,
        data: { case: row.id, service: row.service, of, date, to },
      })
    await endRun(run)
  })
}

/** Gives work to whom its regulation or process names when its term is near or over, and announces that a term has passed. */
export const heedDeadlines = job({
  name: 'cases.heed-deadlines',
  every: 1000,
  due: dueWatches,
  async run(parts) {
    const due = await listDueWatches(parts.database, parts.clock.now(), batch)
    for (const watch of due) await heed(parts, watch)
    return due.length
  },
})
