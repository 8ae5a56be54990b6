import { startInstance } from './advance.ts'
import type { CaseRun } from './case-run.ts'

/** Starts a process of its own beside the service's: an appeal, a correction, a suspension, a request for information or a return, by `<process>@<major>`. */
export async function startBeside(
  run: CaseRun,
  kind: 'appeal' | 'correction' | 'suspension' | 'information' | 'return',
  reference: string,
): Promise<void> {
  const [id = '', major = ''] = reference.split('@')
  const pack = run.packages.get('process', id, major)
  await startInstance(run, kind, { packageKind: 'process', package: pack.id, packageVersion: pack.version })
}
