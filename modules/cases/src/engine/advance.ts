import { type Effect, hasEnded, type Input, type JsonObject, newState, type Process, step } from '@tereze/bpmn'
import { processOf } from '../definition/service.ts'
import type { InstanceKind, InstanceRow } from '../store/instances.ts'
import { caseContext } from './case-context.ts'
import type { CaseRun } from './case-run.ts'
import { endProcess } from './end-process.ts'
import { keepInput, takeInputs } from './keep-inputs.ts'
import { mergeAt } from './merge-at.ts'
import { openTask } from './open-task.ts'
import { performStep } from './perform-step.ts'
import { setTimer } from './set-timer.ts'

/** Steps in one transaction before something must be wrong. */
const mostSteps = 200

async function heed(run: CaseRun, instance: InstanceRow, effect: Effect): Promise<Input | null> {
  const { draft } = run
  const { now } = run.context
  switch (effect.type) {
    case 'history': {
      const { what, element, stage = null } = effect
      draft.addHistory({ instance: instance.id, what, element, stage, at: now.toISOString() })
      if (what === 'entered' && stage !== null) run.row.stage = stage
      return null
    }
    case 'task-opened':
      await openTask(run, instance, effect)
      return null
    case 'task-cancelled':
      draft.endTask(effect.id, { at: now, by: null, outcome: 'cancelled' })
      return null
    case 'call':
      return performStep(run, instance, effect)
    case 'call-cancelled':
    case 'timer-cancelled':
      draft.deleteWork(effect.id)
      return null
    case 'timer-set':
      setTimer(run, instance, effect)
      return null
    case 'set-data':
      run.row.data = mergeAt(run.row.data, effect.path, effect.value)
      return null
    case 'incident':
      draft.addIncident({ ...effect, instance: instance.id, at: now.toISOString() })
      return null
    case 'incident-resolved':
      draft.resolveIncident(effect.id, now.toISOString())
      return null
    case 'ended':
      await endProcess(run, instance, effect)
      return null
    case 'ignored':
      return null
    default:
      // Publishing refuses processes with elements that lead here (`package.process-unsupported`).
      throw new Error(`process ${instance.package} asks for ${effect.type}, which cases do not carry out`)
  }
}

/**
 * Moves an instance by inputs until all its tokens wait: the pure step, what its effects ask for, and so on. Everything is kept in the
 * draft of the run. Inputs from outside that come while the instance is suspended wait until it goes on.
 */
export async function advance(
  run: CaseRun,
  given: InstanceRow,
  process: Process,
  inputs: readonly Input[],
): Promise<void> {
  const instance = run.draft.ownInstance(given)
  let waiting: Input[] = [...inputs]
  for (let steps = 0; waiting.length > 0; steps++) {
    if (steps > mostSteps) throw new Error(`process ${instance.package} makes more than ${mostSteps} steps at once`)
    const taken = waiting
    const { state, effects } = step(process, instance.state, taken, {
      now: run.context.now.toISOString(),
      zone: run.zone,
      data: caseContext(run) as JsonObject,
    })
    instance.state = state
    waiting = taken.some(({ type }) => type === 'resume') ? await takeInputs(run, instance) : []
    for (const effect of effects) {
      if (effect.type === 'ignored' && effect.reason === 'suspended')
        for (const input of taken.slice(effect.input, effect.input + 1)) keepInput(run, instance, input)
      const answer = await heed(run, instance, effect)
      if (answer !== null) waiting.push(answer)
    }
  }
  instance.endedAt = hasEnded(instance.state) ? run.context.now.toISOString() : null
  run.draft.putInstance(instance)
  if (given !== instance) Object.assign(given, instance)
}

/** Starts a process on a case. */
export async function startInstance(
  run: CaseRun,
  kind: InstanceKind,
  reference: { packageKind: 'service' | 'process'; package: string; packageVersion: string },
): Promise<void> {
  const pack = run.packages.get(reference.packageKind, reference.package, reference.packageVersion)
  const process = await processOf(pack)
  const id = run.context.ids.newId('instance')
  const instance: InstanceRow = {
    id,
    caseId: run.row.id,
    kind,
    ...reference,
    state: newState(process.id, id),
    endedAt: null,
  }
  await advance(run, instance, process, [{ type: 'start' }])
}
