import { note } from '../case-run.ts'
import { moveStatus } from '../move-status.ts'
import { writeAct } from '../write-act.ts'
import type { RecordedAct } from './act.ts'

/** The applicant did not answer: the application is left without consideration. */
export const discontinuance: RecordedAct = {
  kind: 'discontinuance',
  async apply(run) {
    moveStatus(run, 'discontinuance')
    run.row.outcome = 'discontinued'
    await writeAct(run, 'discontinuance', { grounds: ['no-answer'] })
    await note(run, 'timeline.discontinuance', 'us')
  },
}
