import type { InstanceRow } from '../../store/instances.ts'
import type { CaseRun } from '../case-run.ts'

/** Whether ending an instance closes its case: the service's own process before a decision. */
export function closesCase(run: CaseRun, instance: InstanceRow): boolean {
  return instance.kind === 'service' && run.row.decidedAt === null
}
