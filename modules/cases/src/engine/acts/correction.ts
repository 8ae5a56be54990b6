import type { Correction } from '../../rules/correction-form.ts'
import { writeAt } from '../../rules/pointer.ts'
import { note } from '../case-run.ts'
import { moveStatus } from '../move-status.ts'
import { writeAct } from '../write-act.ts'
import { partOf, type RecordedAct } from './act.ts'

/** An error is put right: the values that the official found right stand in place of the wrong ones. */
export const correction: RecordedAct = {
  kind: 'correction',
  async apply(run) {
    const { changes } = partOf(run, 'correction') as { changes?: readonly Correction[] }
    for (const { pointer, value } of changes ?? []) run.row.data = writeAt(run.row.data, pointer, value)
    const { reason } = partOf(run, 'correctionReview')
    moveStatus(run, 'correction')
    await writeAct(run, 'correction', reason === undefined ? {} : { text: reason })
    await note(run, 'timeline.corrected', 'official')
  },
}
