import type { listTasks } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'

/** A task as the inbox lists it. */
export type Task = OutputOf<typeof listTasks>['items'][number]

/** The lists of an inbox, in the order of their keys 1 to 7. */
export const taskLists = ['mine', 'unit', 'overdue', 'done', 'territory', 'delegated', 'search'] as const
/** A list of the inbox. */
export type TaskListId = (typeof taskLists)[number]

/** Whether a text names a list. */
export function isTaskList(name: string | undefined): name is TaskListId {
  return taskLists.some(list => list === name)
}

/** Whether the work is done. */
export function isEnded({ ended }: Pick<Task, 'ended'>): boolean {
  return ended !== undefined && ended !== null
}

/** What may be done with a task by whoever looks: take it, give it back, or neither. */
export function decideHolding(task: Pick<Task, 'holder'>, official: string): 'free' | 'own' | 'held' {
  if (task.holder === null) return 'free'
  return task.holder.official === official ? 'own' : 'held'
}

/** The task to go on with after one is done: the first of one's own, else the first that nobody holds. */
export function findNextTask(tasks: readonly Task[], done: string, official: string): Task | null {
  const open = tasks.filter(task => task.task !== done)
  return (
    open.find(task => decideHolding(task, official) === 'own') ??
    open.find(task => decideHolding(task, official) === 'free') ??
    null
  )
}
