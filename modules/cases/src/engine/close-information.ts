import { processOf } from '../definition/service.ts'
import { listInstances } from '../store/instances.ts'
import { advance } from './advance.ts'
import type { CaseRun } from './case-run.ts'
import { lastRequest } from './information-asked.ts'

/** What was asked is not needed once the case is decided: the applicant's task goes, and the request is settled. */
export async function closeInformation(run: CaseRun): Promise<void> {
  const { row, context } = run
  if (row.decidedAt === null || lastRequest(row.data)?.state !== 'open') return
  for (const instance of await listInstances(context.tx, row.tenant, row.id)) {
    if (instance.kind !== 'information' || instance.endedAt !== null) continue
    const pack = run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
    await advance(run, instance, await processOf(pack), [{ type: 'cancel' }])
  }
}
