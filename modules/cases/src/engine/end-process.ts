import type { Effect } from '@tereze/bpmn'
import type { InstanceRow } from '../store/instances.ts'
import { type CaseRun, note } from './case-run.ts'
import { watchClosing } from './closing.ts'

/**
 * What the end of a process means: a decided case is delivered, to be closed when nothing can follow; one that was left or not accepted stays closed. An error that nothing
 * in the process catches is no end of the case: it is reported, and somebody has to see to it.
 */
export async function endProcess(
  run: CaseRun,
  instance: InstanceRow,
  effect: Effect & { type: 'ended' },
): Promise<void> {
  const { row, context, draft } = run
  const at = context.now.toISOString()
  if (effect.outcome === 'failed') {
    const params = { error: effect.error ?? '' }
    draft.addIncident({
      id: instance.id,
      instance: instance.id,
      node: instance.state.process,
      code: 'process-failed',
      params,
      at,
    })
    return
  }
  row.endedAt = at
  if (effect.outcome === 'cancelled' || row.status !== 'decided') return
  row.status = 'delivered'
  watchClosing(run)
  await note(run, 'timeline.delivered', 'us')
}
