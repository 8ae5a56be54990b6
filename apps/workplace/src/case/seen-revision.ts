import type { Problem } from '@tereze/ui-client'
import type { TaskForm } from './form-words.ts'
import type { CaseView } from './view.ts'

/** The case that a completion rests on: the older of what is seen of the case and of the form. */
export function seenRevision(view: Pick<CaseView, 'revision'>, form: Pick<TaskForm, 'revision'>): number {
  return Math.min(view.revision, form.revision)
}

/** Whether something was refused because the case is not any more as it was seen. */
export function hasCaseChanged(problem: Problem | undefined): boolean {
  return problem?.kind === 'refused' && problem.code === 'cases.changed-meanwhile'
}
