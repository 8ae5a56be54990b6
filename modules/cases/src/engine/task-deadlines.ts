import type { Suspension } from '@tereze/working-time'
import { processOf, type Term } from '../definition/service.ts'
import { countDeadline } from '../rules/deadlines.ts'
import { listInstances } from '../store/instances.ts'
import { updateTaskDeadline } from '../store/task-terms.ts'
import { listOpenTasks } from '../store/tasks.ts'
import { caseRegion } from './case-region.ts'
import type { CaseRun } from './case-run.ts'
import { watchTask } from './watch-terms.ts'

/** Counts the last days of the officials' open tasks anew: while a case is suspended their terms do not run either. */
export async function moveTaskDeadlines(run: CaseRun, suspensions: readonly Suspension[]): Promise<void> {
  const { row, context, packages, jurisdiction, zone } = run
  const instances = await listInstances(context.tx, row.tenant, row.id)
  for (const task of await listOpenTasks(context.tx, row.tenant, row.id)) {
    const instance = instances.find(({ id }) => id === task.instance)
    if (instance === undefined || task.person !== null || task.deadline === null) continue
    const process = await processOf(packages.get(instance.packageKind, instance.package, instance.packageVersion))
    const attributes = process.nodes[task.node]?.attributes ?? {}
    if (attributes.deadline?.startsWith('{') !== true) continue
    const counted = countDeadline(jurisdiction, zone, {
      term: JSON.parse(attributes.deadline) as Term,
      from: new Date(task.openedAt).toISOString(),
      region: caseRegion(run),
      asOf: run.today,
      suspensions,
      extensions: [],
    })
    if (!counted.ok) continue
    await updateTaskDeadline(context.tx, task.id, counted.date)
    watchTask(run, task.id, attributes, counted)
  }
}
