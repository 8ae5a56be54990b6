import { decideHolding } from '../../inbox/task.ts'
import type { CaseTask, CaseView } from '../view.ts'

/** What an official may do with a task or with the term of its case besides completing it. */
export const actKinds = ['ask', 'return', 'delegate', 'reassign', 'suspend', 'resume', 'extend', 'send-back'] as const
/** What an official may do with a task or with the term of its case. */
export type ActKind = (typeof actKinds)[number]

/** What is filled in for it. */
export interface ActFields {
  /** A colleague is chosen; `unit`: or nobody, which is back to the unit. */
  readonly to?: 'colleague' | 'unit'
  readonly until?: 'needed' | 'optional' | 'by-ground'
  readonly grounds?: 'suspend' | 'extend' | 'send-back'
  /** A ground may be chosen on which the term stands still until the answer. */
  readonly pause?: true
  /** Fields of the applicant's form are ticked. */
  readonly fields?: true
  readonly text: 'needed' | 'optional'
  /** Least and most characters of the text. */
  readonly least: number
  readonly most: number
}

/** What is filled in for each. */
export const actFields: Readonly<Record<ActKind, ActFields>> = {
  ask: { until: 'optional', fields: true, pause: true, text: 'needed', least: 5, most: 4000 },
  return: { text: 'needed', least: 1, most: 4000 },
  delegate: { to: 'colleague', until: 'needed', text: 'optional', least: 0, most: 1000 },
  reassign: { to: 'unit', text: 'needed', least: 1, most: 1000 },
  suspend: { grounds: 'suspend', until: 'by-ground', text: 'needed', least: 10, most: 4000 },
  resume: { text: 'needed', least: 10, most: 4000 },
  extend: { grounds: 'extend', text: 'needed', least: 10, most: 4000 },
  'send-back': { grounds: 'send-back', text: 'needed', least: 10, most: 4000 },
}

/** The acts that fit the task and the case now: about the term what the platform says, about the task what its holder may. */
export function decideActs(
  view: Pick<CaseView, 'deadline' | 'mayAct'>,
  task: CaseTask,
  official: string,
): readonly ActKind[] {
  const own = decideHolding(task, official) === 'own'
  const suspended = view.deadline?.suspended ?? null
  const may = view.mayAct
  const fits: Readonly<Record<ActKind, boolean>> = {
    ask: own && suspended === null,
    return: own && suspended === null,
    delegate: own,
    reassign: task.may?.assign === true,
    suspend: own && (may?.suspend.length ?? 0) > 0,
    resume: own && may?.resume === true,
    extend: own && (may?.extend.length ?? 0) > 0,
    'send-back': own && (may?.return?.length ?? 0) > 0,
  }
  return actKinds.filter(kind => fits[kind])
}
