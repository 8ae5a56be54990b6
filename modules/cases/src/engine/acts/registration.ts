import { setDeadline } from '../case-deadline.ts'
import { note } from '../case-run.ts'
import { moveStatus } from '../move-status.ts'
import { writeAct } from '../write-act.ts'
import type { RecordedAct } from './act.ts'

/** The application has its number, and the term of its decision runs. */
export const registration: RecordedAct = {
  kind: 'registration',
  async apply(run) {
    moveStatus(run, 'registration')
    run.row.registeredAt = run.context.now.toISOString()
    setDeadline(run)
    await writeAct(run, 'registration')
    await note(run, 'timeline.registered', 'us', { number: run.row.number })
  },
}
