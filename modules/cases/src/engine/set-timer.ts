import type { Effect } from '@tereze/bpmn'
import type { Term } from '../definition/service.ts'
import { endOfTerm } from '../rules/deadlines.ts'
import type { InstanceRow } from '../store/instances.ts'
import { insertWork } from '../store/work.ts'
import { caseRegion } from './case-region.ts'
import type { CaseRun } from './case-run.ts'

/** Sets a timer of a process: at an instant, or when the last day of a legal term has passed. */
export async function setTimer(
  run: CaseRun,
  instance: InstanceRow,
  effect: Effect & { type: 'timer-set' },
): Promise<void> {
  const { context, jurisdiction, zone } = run
  const { due } = effect
  const at =
    'at' in due ? new Date(due.at) : endOfTerm(jurisdiction, zone, context.now, due.term as Term, caseRegion(run))
  await insertWork(
    context.tx,
    { id: effect.id, caseId: run.row.id, instance: instance.id, kind: 'timer', detail: { node: effect.node } },
    at,
    context.now,
  )
}
