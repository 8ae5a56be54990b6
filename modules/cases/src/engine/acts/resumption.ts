import { type CaseRun, note } from '../case-run.ts'
import { moveStatus } from '../move-status.ts'
import { endSuspension } from '../suspension.ts'
import { writeAct } from '../write-act.ts'
import type { RecordedAct } from './act.ts'

/** Ends a suspension because what it waited for is there, or its time is over: the term runs on. Gives the number of the act. */
export async function applyResumption(run: CaseRun): Promise<string> {
  moveStatus(run, 'resumption')
  const act = await writeAct(run, 'resumption')
  await endSuspension(run)
  await note(run, 'timeline.resumed', 'us', { date: run.row.deadline ?? '' })
  return act
}

/** The term of a case runs on. */
export const resumption: RecordedAct = {
  kind: 'resumption',
  async apply(run) {
    await applyResumption(run)
  },
}
