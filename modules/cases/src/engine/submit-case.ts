import { processPackage } from '../definition/service.ts'
import { startInstance } from './advance.ts'
import type { CaseRun } from './case-run.ts'
import type { Begun } from './open-case.ts'

/** Submits a case: from here the clock of the law runs. */
export async function submitCase(run: CaseRun): Promise<void> {
  const { row, service, context } = run
  row.status = 'submitted'
  row.submittedAt = context.now.toISOString()
  const pack = processPackage(run.packages, service, service.process)
  const { begun } = row.data as { begun?: Begun }
  const reference = {
    packageKind: pack.kind === 'service' ? ('service' as const) : ('process' as const),
    package: pack.id,
    packageVersion: pack.version,
  }
  await startInstance(run, 'service', reference, begun)
}
