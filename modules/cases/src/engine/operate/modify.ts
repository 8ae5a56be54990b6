import type { InstanceChange } from '../../contract/instance.ts'
import type { InstanceRow } from '../../store/instances.ts'
import { advance } from '../advance.ts'
import { type CaseRun, note } from '../case-run.ts'
import { cancelProcesses } from '../close-beside.ts'
import { writeAct } from '../write-act.ts'
import type { PossibleChange } from './change-instance.ts'
import { closesCase } from './closes-case.ts'
import { keepIntervention, type Operating } from './intervene.ts'
import { settleIncidentsOf } from './settle-incidents.ts'

/** Which line of the timeline a change makes. */
const lines: Readonly<Record<InstanceChange['kind'], string>> = {
  move: 'move',
  add: 'move',
  'cancel-token': 'move',
  suspend: 'suspend',
  resume: 'resume',
  cancel: 'cancel',
}

/** The node or token that a change is about. */
function elementOf(instance: InstanceRow, change: InstanceChange): string | null {
  if ('to' in change) return change.to
  if (change.kind !== 'cancel-token') return null
  return instance.state.tokens[change.token.split(':').at(-1) ?? '']?.at ?? null
}

/** Closes a case that is ended without a decision: by an act with the reason, with all its processes. */
async function closeCase(run: CaseRun, reason: string): Promise<void> {
  run.row.status = 'closed'
  run.row.outcome = 'discontinued'
  run.draft.deleteAllWork()
  await cancelProcesses(run, () => true)
  await writeAct(run, 'discontinuance', { text: reason })
}

/** Changes an instance by an input that was found possible; what was done is kept, and the applicant is told. */
export async function modify(
  run: CaseRun,
  possible: PossibleChange,
  change: InstanceChange,
  operating: Operating,
): Promise<void> {
  const { instance, process, input } = possible
  const closes = change.kind === 'cancel' && closesCase(run, instance)
  await keepIntervention(run, operating, { kind: change.kind, instance, element: elementOf(instance, change) })
  await note(run, `timeline.operated.${lines[change.kind]}`, 'official')
  if (closes) await closeCase(run, operating.reason)
  else await advance(run, instance, process, [input])
  for (const moved of run.draft.listInstances()) await settleIncidentsOf(run, moved)
}
