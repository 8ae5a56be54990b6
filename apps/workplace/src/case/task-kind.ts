import type { CaseTask, CaseView } from './view.ts'

/** What sort of work a task is: a decision, the outcome of an appeal, or something to be done. */
export type TaskKind = 'decision' | 'appeal' | 'work'

/** What an official can answer to a task. */
export type TaskOutcome = 'granted' | 'partly-granted' | 'refused' | 'upheld' | 'dismissed' | 'done'

/** What sort of work a task of a case is. */
export function decideTaskKind(
  task: Pick<CaseTask, 'role'>,
  view: Pick<CaseView, 'draft' | 'refusalGrounds'>,
): TaskKind {
  if (task.role === 'appeal-officer') return 'appeal'
  return view.draft !== null || view.refusalGrounds.length > 0 ? 'decision' : 'work'
}

/** The answers of a sort of work. A grant in part is offered when the rules propose one. */
export function outcomesOf(kind: TaskKind, draft: CaseView['draft']): readonly TaskOutcome[] {
  if (kind === 'appeal') return ['upheld', 'dismissed']
  if (kind === 'work') return ['done']
  return draft?.outcome === 'partly-granted' ? ['granted', 'partly-granted', 'refused'] : ['granted', 'refused']
}

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
