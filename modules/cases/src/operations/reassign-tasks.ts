import { handle } from '@tereze/foundation-operations'
import { reassignTasks } from '../contract/bulk.ts'
import { reassignTask } from '../contract/handing.ts'
import { eachTask, joinOutcomes, splitTasks } from '../engine/each-task.ts'

/** Gives several tasks to one official, each as if alone. */
export const reassignTasksHandler = handle(reassignTasks, {
  tenant: input => input.organisation,
  parts: { split: splitTasks, join: joinOutcomes },
  run: ({ tasks, ...alike }, context) =>
    eachTask(context, tasks, place => context.call(reassignTask, { ...alike, ...place })),
})
