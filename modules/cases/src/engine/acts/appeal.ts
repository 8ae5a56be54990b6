import { note } from '../case-run.ts'
import { moveStatus } from '../move-status.ts'
import { writeAct } from '../write-act.ts'
import { partOf, type RecordedAct } from './act.ts'

/** An appeal is registered; the term of its own decision counts from here. */
export const appeal: RecordedAct = {
  kind: 'appeal',
  async apply(run) {
    moveStatus(run, 'appeal')
    run.row.appeal = 'open'
    run.row.appealedAt = run.context.now.toISOString()
    await writeAct(run, 'appeal')
    await note(run, 'timeline.appealed', 'you')
  },
}

/** An appeal is decided: upheld or dismissed. */
export const appealOutcome: RecordedAct = {
  kind: 'appeal-outcome',
  async apply(run) {
    const { outcome, reason } = partOf(run, 'appealReview')
    moveStatus(run, 'appeal-outcome')
    run.row.appeal = outcome === 'upheld' ? 'upheld' : 'dismissed'
    await writeAct(run, 'appeal-outcome', reason === undefined ? {} : { text: reason })
    await note(run, `timeline.appeal.${run.row.appeal}`, 'official')
  },
}
