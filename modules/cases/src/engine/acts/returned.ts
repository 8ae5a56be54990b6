import { note } from '../case-run.ts'
import { moveStatus } from '../move-status.ts'
import { writeAct } from '../write-act.ts'
import { partOf, type RecordedAct } from './act.ts'

/** An application goes back without being considered, on the grounds that a task found (`returned`). */
export const returned: RecordedAct = {
  kind: 'return',
  async apply(run) {
    const { grounds = [], reason } = partOf(run, 'returned')
    moveStatus(run, 'return')
    run.row.outcome = 'discontinued'
    await writeAct(run, 'return', { grounds, ...(reason === undefined ? {} : { text: reason }) })
    await note(run, 'timeline.return', 'us')
  },
}
