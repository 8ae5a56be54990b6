import { type CaseRun, note } from './case-run.ts'

/** What reaching the end of a process means: a decided case is delivered; one that was left or not accepted stays closed. */
export async function endProcess(run: CaseRun): Promise<void> {
  const { row, context } = run
  row.endedAt = context.now.toISOString()
  if (row.status !== 'decided') return
  row.status = 'delivered'
  await note(run, 'timeline.delivered', 'us')
}
