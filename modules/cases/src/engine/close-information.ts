import type { CaseRun } from './case-run.ts'
import { cancelProcesses } from './close-beside.ts'
import { lastRequest } from './information-asked.ts'

/** What was asked is not needed once the case is decided: the applicant's task goes, and the request is settled. */
export async function closeInformation(run: CaseRun): Promise<void> {
  const { row } = run
  if (row.decidedAt === null || lastRequest(row.data)?.state !== 'open') return
  await cancelProcesses(run, ({ kind }) => kind === 'information')
}
