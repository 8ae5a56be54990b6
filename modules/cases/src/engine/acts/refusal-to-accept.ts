import { note } from '../case-run.ts'
import { moveStatus } from '../move-status.ts'
import { writeAct } from '../write-act.ts'
import { type Found, partOf, type RecordedAct } from './act.ts'

/** An application that may not be accepted ends before it is registered, on the grounds that the rules of acceptance gave. */
export const refusalToAccept: RecordedAct = {
  kind: 'refusal-to-accept',
  async apply(run) {
    const { grounds = [] } = (partOf(run, 'decisions').acceptance ?? {}) as Found
    moveStatus(run, 'refusal-to-accept')
    run.row.outcome = 'discontinued'
    await writeAct(run, 'refusal-to-accept', { grounds })
    await note(run, 'timeline.refusal-to-accept', 'us')
  },
}
