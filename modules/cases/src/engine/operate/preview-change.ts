import { type Effect, type Input, type Process, step } from '@tereze/bpmn'
import type { InstanceRow } from '../../store/instances.ts'
import type { CaseRun } from '../case-run.ts'
import { dataFor } from '../instance-data.ts'

/** What an input would bring about at once, without doing it; null when the instance would not take it up. */
export function previewChange(
  run: CaseRun,
  instance: InstanceRow,
  process: Process,
  input: Input,
): readonly Effect[] | null {
  const { effects } = step(process, instance.state, input, {
    now: run.context.now.toISOString(),
    zone: run.zone,
    data: dataFor(run, instance),
  })
  return effects.some(({ type }) => type === 'ignored') ? null : effects
}
