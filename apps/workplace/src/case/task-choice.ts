import type { CaseTask } from './view.ts'

/** The task that the page is about: the one asked for, else one's own, else one that nobody holds, else the first. */
export function chooseTask(tasks: readonly CaseTask[], asked: string | null, official: string): CaseTask | null {
  return (
    tasks.find(task => task.task === asked) ??
    tasks.find(task => task.holder?.official === official) ??
    tasks.find(task => task.holder === null) ??
    tasks[0] ??
    null
  )
}
