import type { Effect } from '@tereze/bpmn'
import type { Term } from '../definition/service.ts'
import { endOfTerm } from '../rules/deadlines.ts'
import type { InstanceRow } from '../store/instances.ts'
import { caseRegion } from './case-region.ts'
import type { CaseRun } from './case-run.ts'

/** Sets a timer of a process: at an instant, or when the last day of a legal term has passed. */
export function setTimer(run: CaseRun, instance: InstanceRow, effect: Effect & { type: 'timer-set' }): void {
  const { context, draft, jurisdiction, zone } = run
  const { due } = effect
  draft.addWork({
    id: effect.id,
    caseId: run.row.id,
    instance: instance.id,
    kind: 'timer',
    detail: { node: effect.node },
    dueAt:
      'at' in due ? new Date(due.at) : endOfTerm(jurisdiction, zone, context.now, due.term as Term, caseRegion(run)),
    since: context.now.toISOString(),
  })
}
