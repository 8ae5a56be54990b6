import type { Input, Process } from '@tereze/bpmn'
import { type Refused, refuse } from '@tereze/operation'
import { statusUnfit } from '../../contract/case.ts'
import { type InstanceChange, instanceNotFound, modificationImpossible } from '../../contract/instance.ts'
import { decideModification } from '../../rules/decide-modification.ts'
import type { InstanceRow } from '../../store/instances.ts'
import type { CaseRun } from '../case-run.ts'
import { closesCase } from './closes-case.ts'
import { processOfInstance } from './process-of-instance.ts'
import { reachedBy } from './reached.ts'
import { takesUp } from './takes-up.ts'

/** A change of an instance that was found possible. */
export interface PossibleChange {
  readonly instance: InstanceRow
  readonly process: Process
  readonly input: Input
}

/** Why an instance is not changed. */
export type NotChanged = Refused<'cases.instance-not-found' | 'cases.status-unfit' | 'cases.modification-impossible'>

/** Whether an instance of a case can be changed so, and how. */
export async function possibleChange(
  run: CaseRun,
  id: string,
  change: InstanceChange,
): Promise<PossibleChange | NotChanged> {
  const { row } = run
  const instance = run.draft.findInstance(id)
  if (instance === null) return refuse(instanceNotFound, { pointer: '/instance' })
  // An appeal has to be decided, and what was decided has to be delivered: neither ends by hand.
  if (change.kind === 'cancel' && instance.kind !== 'correction' && !closesCase(run, instance))
    return refuse(statusUnfit, { params: { status: row.status } })
  if (change.kind === 'cancel' && instance.parent !== null)
    return refuse(modificationImpossible, { pointer: '/change', params: { reason: 'part' } })
  const process = await processOfInstance(run.packages, instance)
  const input = decideModification(process, instance.state, await reachedBy(run, instance), change)
  if (typeof input === 'string')
    return refuse(modificationImpossible, { pointer: '/change', params: { reason: input } })
  if (!takesUp(run, instance, process, input))
    return refuse(modificationImpossible, { pointer: '/change', params: { reason: 'engine' } })
  return { instance, process, input }
}
