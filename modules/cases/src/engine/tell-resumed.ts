import type { CaseRun } from './case-run.ts'
import { tell } from './steps/notify.ts'

/** Tells the applicant that a suspension ended before its time, by the process that waits for its end. */
export async function tellResumed(run: CaseRun, act: string): Promise<void> {
  const instance = run.draft.listInstances().find(({ kind, endedAt }) => kind === 'suspension' && endedAt === null)
  if (instance !== undefined) await tell(run, instance, 'resumed', `${run.row.id}/${act}`)
}
