import { draftDecision } from '../../rules/draft-decision.ts'
import { note } from '../case-run.ts'
import { moveStatus } from '../move-status.ts'
import { writeAct } from '../write-act.ts'
import type { RecordedAct } from './act.ts'

/** The applicant is told the decision that is intended, with its grounds, before it is taken. */
export const preliminaryDecision: RecordedAct = {
  kind: 'preliminary-decision',
  async apply(run) {
    const { refusals, reason } = draftDecision(run.row.data)
    moveStatus(run, 'preliminary-decision')
    await writeAct(run, 'preliminary-decision', { grounds: refusals, ...(reason === null ? {} : { text: reason }) })
    await note(run, 'timeline.preliminary-decision', 'official')
  },
}
