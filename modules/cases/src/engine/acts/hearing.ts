import { note } from '../case-run.ts'
import { moveStatus } from '../move-status.ts'
import { writeAct } from '../write-act.ts'
import { partOf, type RecordedAct } from './act.ts'

/** The applicant was heard before an adverse decision: the objection in their own words. */
export const hearing: RecordedAct = {
  kind: 'hearing',
  async apply(run) {
    const { text } = partOf(run, 'objection')
    moveStatus(run, 'hearing')
    await writeAct(run, 'hearing', typeof text === 'string' ? { text } : {})
    await note(run, 'timeline.heard', 'you')
  },
}
