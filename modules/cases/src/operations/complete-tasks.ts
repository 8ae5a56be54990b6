import { handle } from '@tereze/foundation-operations'
import { completeTasks } from '../contract/bulk.ts'
import { completeTask } from '../contract/task.ts'
import { eachTask, joinOutcomes, splitTasks } from '../engine/each-task.ts'

/** Completes several tasks alike, each as if alone. */
export const completeTasksHandler = handle(completeTasks, {
  tenant: input => input.organisation,
  parts: { split: splitTasks, join: joinOutcomes },
  run: ({ tasks, ...alike }, context) =>
    eachTask(context, tasks, place => context.call(completeTask, { ...alike, ...place })),
})
