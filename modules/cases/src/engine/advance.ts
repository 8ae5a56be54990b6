import { type Effect, hasEnded, type Ignored, type Input, newState, type Process, step } from '@tereze/bpmn'
import { processOf } from '../definition/service.ts'
import type { InstanceKind, InstanceRow } from '../store/instances.ts'
import { type CaseRun, type Turn, withLocal } from './case-run.ts'
import { childOf, ownPart, toldToParent } from './child-instances.ts'
import { endProcess } from './end-process.ts'
import { dataFor, setData, variablesOf } from './instance-data.ts'
import { instanceOf } from './instance-of.ts'
import { keepInput, takeInputs } from './keep-inputs.ts'
import { openTask } from './open-task.ts'
import { performStep } from './perform-step.ts'
import { sendMessage, throwSignal } from './send-message.ts'
import { setTimer } from './set-timer.ts'
import { settleInformation } from './settle-information.ts'

/** Steps in one transaction before something must be wrong. */
const mostSteps = 200

/** Turns of instances in one transaction before something must be wrong. */
const mostTurns = 20_000

/** Lets an instance of the case have its turn, with the process that it runs. */
async function tell(run: CaseRun, id: string, input: Input): Promise<void> {
  const instance = await instanceOf(run, id)
  const pack = run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
  run.agenda.turns.push({ instance, process: await processOf(pack), inputs: [input] })
}

async function startChild(
  run: CaseRun,
  parent: InstanceRow,
  process: Process,
  effect: Effect & { type: 'child-instance' },
): Promise<Input | null> {
  const child = await childOf(run, parent, process, effect)
  if ('missing' in child)
    return {
      type: 'call-broken',
      id: effect.id,
      reason: `process ${child.missing} is not published, or has no start of its own`,
    }
  run.draft.putInstance(child.instance)
  run.agenda.turns.push({ instance: child.instance, process: child.process, inputs: [child.input] })
  return null
}

async function end(run: CaseRun, instance: InstanceRow, effect: Effect & { type: 'ended' }): Promise<void> {
  if (instance.parent === null)
    return instance.kind === 'information' ? settleInformation(run) : endProcess(run, instance, effect)
  const told = toldToParent(instance, effect)
  if (told !== null) await tell(run, instance.parent.instance, told)
}

async function heed(run: CaseRun, instance: InstanceRow, process: Process, effect: Effect): Promise<Input | null> {
  const { draft } = run
  const { now } = run.context
  run.heard?.push({ process, effect })
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
    case 'activities-offered':
      // Whoever may do the task of an ad-hoc sub-process chooses; it ends with the choice.
      await openTask(run, instance, { ...effect, type: 'task-opened' })
      return null
    case 'activities-withdrawn':
      draft.endTask(effect.id, { at: now, by: null, outcome: 'done' })
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
    case 'child-instance':
      return startChild(run, instance, process, effect)
    case 'child-cancelled': {
      const child = draft.findChild(instance.id, effect.id)
      if (child !== null) await tell(run, child.id, { type: 'cancel' })
      return null
    }
    case 'subscribe': {
      const { id, kind, name, key = null } = effect
      draft.addSubscription({ id, instance: instance.id, kind, name, key, since: now.toISOString() })
      return null
    }
    case 'unsubscribe':
      draft.deleteSubscription(effect.id)
      return null
    case 'message-sent':
      await sendMessage(run, effect)
      return null
    case 'signal-thrown':
      return throwSignal(run, instance, effect)
    case 'timer-set':
      setTimer(run, instance, effect)
      return null
    case 'set-data':
      setData(run, instance, effect.path, effect.value)
      return null
    case 'incident':
      draft.addIncident({ ...effect, instance: instance.id, at: now.toISOString() })
      return null
    case 'incident-resolved':
      draft.resolveIncident(effect.id, now.toISOString())
      return null
    case 'escalation-thrown': {
      const told = toldToParent(instance, effect)
      if (told !== null && instance.parent !== null) await tell(run, instance.parent.instance, told)
      return null
    }
    case 'ended':
      await end(run, instance, effect)
      return null
    case 'ignored':
      return null
  }
}

/** Moves one instance until all its tokens wait. Inputs from outside that it does not take while it is suspended are kept. */
async function take(run: CaseRun, turn: Turn): Promise<Ignored[]> {
  const missed: Ignored[] = []
  const instance = run.draft.ownInstance(turn.instance)
  const process = ownPart(instance, turn.process)
  let waiting: Input[] = [...turn.inputs]
  for (const effect of turn.begun ?? []) {
    const answer = await heed(withLocal(run, variablesOf(run, instance)), instance, process, effect)
    if (answer !== null) waiting.push(answer)
  }
  for (let steps = 0; waiting.length > 0; steps++) {
    if (steps > mostSteps) throw new Error(`process ${instance.package} makes more than ${mostSteps} steps at once`)
    const taken = waiting
    const { state, effects } = step(process, instance.state, taken, {
      now: run.context.now.toISOString(),
      zone: run.zone,
      data: dataFor(run, instance),
    })
    instance.state = state
    waiting = taken.some(({ type }) => type === 'resume') ? await takeInputs(run, instance) : []
    for (const effect of effects) {
      if (effect.type === 'ignored') missed.push(effect.reason)
      if (effect.type === 'ignored' && effect.reason === 'suspended')
        for (const input of taken.slice(effect.input, effect.input + 1)) keepInput(run, instance, input)
      const answer = await heed(withLocal(run, variablesOf(run, instance)), instance, process, effect)
      if (answer !== null) waiting.push(answer)
    }
  }
  instance.endedAt = hasEnded(instance.state) ? run.context.now.toISOString() : null
  run.draft.putInstance(instance)
  if (turn.instance !== instance) Object.assign(turn.instance, instance)
  return missed
}

/** Instances that wait for a condition look at it again when the data of the case have changed, whoever changed them. */
async function lookAgain(run: CaseRun): Promise<void> {
  const { agenda, draft, row } = run
  if (agenda.seen === row.data) return
  agenda.seen = row.data
  for (const { id, state } of draft.listInstances())
    if (!hasEnded(state) && Object.values(state.waits).some(({ kind }) => kind === 'condition'))
      await tell(run, id, { type: 'data-changed' })
}

/**
 * Moves an instance by inputs until all its tokens wait: the pure step, what its effects ask for, and so on, for it and for every
 * instance that is told something by it. Everything is kept in the draft of the run. Gives why inputs were not taken up, if some were
 * not.
 * @param begun effects of a step that has been made already: going over to another version.
 */
export async function advance(
  run: CaseRun,
  instance: InstanceRow,
  process: Process,
  inputs: readonly Input[],
  begun: readonly Effect[] = [],
): Promise<readonly Ignored[]> {
  const { agenda } = run
  const first: Turn = { instance, process, inputs, begun }
  agenda.turns.push(first)
  if (agenda.moving) return []
  let ignored: readonly Ignored[] = []
  agenda.moving = true
  try {
    let turns = 0
    for (let turn = agenda.turns.shift(); turn !== undefined; turn = agenda.turns.shift()) {
      if (turns++ > mostTurns) throw new Error(`case ${run.row.id} has more than ${mostTurns} turns at once`)
      const missed = await take(run, turn)
      if (turn === first) ignored = missed
      if (agenda.turns.length === 0) await lookAgain(run)
    }
  } finally {
    agenda.moving = false
    agenda.turns.length = 0
  }
  return ignored
}

/** Starts a process on a case: by hand, or by an event at one of its beginnings. */
export async function startInstance(
  run: CaseRun,
  kind: InstanceKind,
  reference: { packageKind: 'service' | 'process'; package: string; packageVersion: string },
  begun: Omit<Input & { type: 'start' }, 'type'> = {},
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
    parent: null,
    fragment: null,
    data: null,
    isolated: false,
  }
  await advance(run, instance, process, [{ ...begun, type: 'start' }])
}
