import { processOf } from '../definition/service.ts'
import type { InstanceRow } from '../store/instances.ts'
import { advance } from './advance.ts'
import type { CaseRun } from './case-run.ts'
import { isSuspended } from './suspension.ts'

/** Ends processes of a case that still run and are meant. */
export async function cancelProcesses(run: CaseRun, meant: (instance: InstanceRow) => boolean): Promise<void> {
  for (const instance of run.draft.listInstances()) {
    if (instance.endedAt !== null || !meant(instance)) continue
    const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
    await advance(run, instance, process, [{ type: 'cancel' }])
  }
}

/**
 * Ends what one process of a case has made needless in the others: all of them when the case was closed, and the wait of a
 * suspension that does not hold any more.
 */
export async function closeBeside(run: CaseRun, wasSuspended: boolean): Promise<void> {
  const { row, before } = run
  if (row.status === 'closed' && before.status !== 'closed') return cancelProcesses(run, () => true)
  if (wasSuspended && !isSuspended(row)) await cancelProcesses(run, ({ kind }) => kind === 'suspension')
}
