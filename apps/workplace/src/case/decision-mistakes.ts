import type { DecisionDraft } from './decision-draft.ts'
import type { TaskKind } from './task-kind.ts'

/** A field of the form that is not right yet. */
export type DecisionMistake = 'outcome' | 'grounds' | 'reason'

/** What is missing before a task can be completed, in the order of the form. `grounds` is how many there are to choose from. */
export function findDecisionMistakes(
  draft: DecisionDraft,
  kind: TaskKind,
  grounds: number,
): readonly DecisionMistake[] {
  const mistakes: DecisionMistake[] = []
  if (draft.outcome === null) mistakes.push('outcome')
  if (needsGrounds(draft.outcome) && grounds > 0 && draft.grounds.length === 0) mistakes.push('grounds')
  if (kind !== 'work' && draft.reason.trim() === '') mistakes.push('reason')
  return mistakes
}

/** Whether an outcome must name its grounds. */
export function needsGrounds(outcome: string | null): boolean {
  return outcome === 'refused' || outcome === 'partly-granted'
}
