import { handle } from '@tereze/foundation-operations'
import { claimTasks } from '../contract/bulk.ts'
import { claimTask } from '../contract/task.ts'
import { eachTask, joinOutcomes, splitTasks } from '../engine/each-task.ts'

/** Takes several tasks, each as if alone. */
export const claimTasksHandler = handle(claimTasks, {
  tenant: input => input.organisation,
  parts: { split: splitTasks, join: joinOutcomes },
  run: ({ tasks, ...alike }, context) =>
    eachTask(context, tasks, place => context.call(claimTask, { ...alike, ...place })),
})
