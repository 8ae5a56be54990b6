import { type Effect, hasEnded, type Input, type JsonObject, newState, type Process, step } from '@tereze/bpmn'
import { processOf } from '../definition/service.ts'
import { type InstanceKind, type InstanceRow, insertInstance, updateInstance } from '../store/instances.ts'
import { insertHistory, insertIncident } from '../store/records.ts'
import { endTask } from '../store/tasks.ts'
import { deleteWork } from '../store/work.ts'
import { caseContext } from './case-context.ts'
import type { CaseRun } from './case-run.ts'
import { endProcess } from './end-process.ts'
import { mergeAt } from './merge-at.ts'
import { openTask } from './open-task.ts'
import { performStep } from './perform-step.ts'
import { setTimer } from './set-timer.ts'
import { settleInformation } from './settle-information.ts'

/** Steps in one transaction before something must be wrong. */
const mostSteps = 200

type HistoryLine = { instance: string; what: string; element: string; stage: string | null }

async function heed(
  run: CaseRun,
  instance: InstanceRow,
  effect: Effect,
  history: HistoryLine[],
): Promise<Input | null> {
  const { tx, now } = run.context
  switch (effect.type) {
    case 'history':
      history.push({ instance: instance.id, what: effect.what, element: effect.element, stage: effect.stage ?? null })
      if (effect.what === 'entered' && effect.stage !== undefined) run.row.stage = effect.stage
      return null
    case 'task-opened':
      await openTask(run, instance, effect)
      return null
    case 'task-cancelled':
      await endTask(tx, effect.id, { at: now, by: null, outcome: 'cancelled' })
      return null
    case 'call':
      return performStep(run, instance, effect)
    case 'call-cancelled':
    case 'timer-cancelled':
      await deleteWork(tx, effect.id)
      return null
    case 'timer-set':
      await setTimer(run, instance, effect)
      return null
    case 'set-data':
      run.row.data = mergeAt(run.row.data, effect.path, effect.value)
      return null
    case 'incident':
      await insertIncident(tx, run.row.id, { ...effect, instance: instance.id, at: now })
      return null
    case 'ended':
      await (instance.kind === 'information' ? settleInformation(run) : endProcess(run))
      return null
    case 'ignored':
    case 'incident-resolved':
      return null
    default:
      // Publishing refuses processes with elements that lead here (`package.process-unsupported`).
      throw new Error(`process ${instance.package} asks for ${effect.type}, which cases do not carry out`)
  }
}

/**
 * Moves an instance by inputs until all its tokens wait: the pure step, what its effects ask for, and so on. Everything is written
 * in the running transaction.
 */
export async function advance(
  run: CaseRun,
  instance: InstanceRow,
  process: Process,
  inputs: readonly Input[],
): Promise<void> {
  const history: HistoryLine[] = []
  let waiting: Input[] = [...inputs]
  for (let steps = 0; waiting.length > 0; steps++) {
    if (steps > mostSteps) throw new Error(`process ${instance.package} makes more than ${mostSteps} steps at once`)
    const { state, effects } = step(process, instance.state, waiting, {
      now: run.context.now.toISOString(),
      zone: run.zone,
      data: caseContext(run) as JsonObject,
    })
    instance.state = state
    waiting = []
    for (const effect of effects) {
      const answer = await heed(run, instance, effect, history)
      if (answer !== null) waiting.push(answer)
    }
  }
  instance.endedAt = hasEnded(instance.state) ? run.context.now.toISOString() : null
  await updateInstance(run.context.tx, instance)
  await insertHistory(run.context.tx, run.row.id, history, run.context.now)
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
  await insertInstance(run.context.tx, instance)
  await advance(run, instance, process, [{ type: 'start' }])
}
