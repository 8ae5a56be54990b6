import { type CaseRun, note } from './case-run.ts'

/** What the end of the service's own process means: a decided case is delivered; one that was left or not accepted stays closed. */
export async function endService(run: CaseRun): Promise<void> {
  const { row, context } = run
  row.endedAt = context.now.toISOString()
  if (row.status === 'closed') return
  row.status = 'delivered'
  await note(run, 'timeline.delivered', 'us')
}
