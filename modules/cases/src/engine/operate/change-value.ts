import { readAt } from '../../rules/pointer.ts'
import { advance } from '../advance.ts'
import { type CaseRun, note } from '../case-run.ts'
import { keepIntervention, type Operating } from './intervene.ts'
import { processOfInstance } from './process-of-instance.ts'
import { settleIncidentsOf } from './settle-incidents.ts'

/** Takes over data in which a value was put right: kept before and after, told to the applicant; conditions are looked at anew. */
export async function changeValue(
  run: CaseRun,
  data: Record<string, unknown>,
  pointer: string,
  operating: Operating,
): Promise<void> {
  const { row } = run
  const change = { before: readAt(row.data, pointer) ?? null, after: readAt(data, pointer) ?? null }
  row.data = data
  await keepIntervention(run, operating, { kind: 'change-data', instance: null, element: pointer, change })
  await note(run, 'timeline.operated.change-data', 'official')
  for (const instance of run.draft.listInstances()) {
    if (instance.endedAt !== null || instance.state.status !== 'active') continue
    await advance(run, instance, await processOfInstance(run.packages, instance), [{ type: 'data-changed' }])
    await settleIncidentsOf(run, instance)
  }
}
