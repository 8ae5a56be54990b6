import { type Input, type Process, step } from '@tereze/bpmn'
import type { InstanceRow } from '../../store/instances.ts'
import type { CaseRun } from '../case-run.ts'
import { dataFor } from '../instance-data.ts'

/** Whether an instance would take an input up. */
export function takesUp(run: CaseRun, instance: InstanceRow, process: Process, input: Input): boolean {
  const { effects } = step(process, instance.state, input, {
    now: run.context.now.toISOString(),
    zone: run.zone,
    data: dataFor(run, instance),
  })
  return effects.every(({ type }) => type !== 'ignored')
}
