import type { HistoryEffect } from '../engine/effect.ts'
import type { Input } from '../engine/input.ts'
import { hasEnded, type Status } from '../engine/state.ts'
import type { Evaluate } from '../expression/evaluate.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Process } from '../model/process.ts'
import { pathOf, stagesOf } from './path.ts'
import type { Pending } from './pending.ts'
import { give, newWorld, startInstance, type World } from './world.ts'

/** How to run a process in memory. */
export interface SimulateOptions {
  readonly data?: JsonObject
  /** The instant at which it begins, ISO 8601 UTC; timers move it on. */
  readonly now: string
  readonly zone?: string
  /** Which beginning, where there are several. */
  readonly start?: string
  /** Other processes that it may call; a call of an unknown one is completed at once. */
  readonly processes?: readonly Process[]
  readonly evaluate?: Evaluate
  /** Most inputs before the run is given up; 10 000 by default. */
  readonly mostInputs?: number
}

/** What came of a run in memory. */
export interface Simulation {
  /** `active`: it still waits for what nobody gives. */
  readonly status: Status
  readonly path: readonly string[]
  readonly stages: readonly string[]
  readonly data: JsonObject
  readonly history: readonly HistoryEffect[]
  readonly waiting: readonly Pending[]
  readonly now: string
}

/** What to answer to something that is waited for: a value completes it, an input is given as it is, undefined leaves it. */
export type Decide = (
  pending: Pending,
  data: JsonObject,
) => { readonly result: Json; readonly set?: JsonObject } | { readonly input: Input } | undefined

/** The usual answer to something that is waited for: tasks are completed, messages come, timers fire. */
export function usualInput(pending: Pending, result: Json = null): Input | undefined {
  const { id, kind, name, key } = pending
  switch (kind) {
    case 'task':
      return { type: 'task-completed', id, result }
    case 'call':
      return { type: 'call-completed', id, result }
    case 'child':
      return { type: 'child-completed', id, result }
    case 'timer':
      return { type: 'timer-fired', id }
    case 'message':
      return { type: 'message', id, name, ...(key === undefined ? {} : { key }) }
    case 'signal':
      return { type: 'signal', name }
    case 'activities':
      return pending.activities?.[0] === undefined
        ? { type: 'scope-completed', id }
        : { type: 'activate', id, node: pending.activities[0] }
    case 'incident':
      return undefined
  }
}

/** Tasks, calls and children first, then messages and signals, then the timer that is due first. */
function inOrder(world: World): readonly Pending[] {
  const rank = ({ kind }: Pending) => (kind === 'timer' ? 2 : kind === 'message' || kind === 'signal' ? 1 : 0)
  const due = (pending: Pending) => (pending.due && 'at' in pending.due ? pending.due.at : world.now)
  return [...world.pending.values()].sort(
    (a, b) => rank(a) - rank(b) || (rank(a) === 2 ? due(a).localeCompare(due(b)) : 0),
  )
}

function answer(world: World, pending: Pending, decide: Decide | undefined): boolean {
  const instance = world.instances.get(pending.instance)
  if (!instance) return false
  const decided = decide ? decide(pending, instance.data) : { result: null }
  if (!decided) return false
  const input = 'input' in decided ? decided.input : usualInput(pending, decided.result)
  if (!input) return false
  if ('set' in decided && decided.set) instance.data = { ...instance.data, ...decided.set }
  if (pending.due && 'at' in pending.due && pending.due.at > world.now) world.now = pending.due.at
  return !give(world, pending.instance, input).some(effect => effect.type === 'ignored')
}

/**
 * Runs a process in memory until it ends or nobody answers what it waits for. Tasks and calls are completed, messages
 * and signals come, and when nothing else is left the clock moves on to the next timer; `decide` answers otherwise.
 */
export function simulateToEnd(process: Process, options: SimulateOptions, decide?: Decide): Simulation {
  const world = newWorld([process, ...(options.processes ?? [])], options.now, {
    ...(options.zone === undefined ? {} : { zone: options.zone }),
    ...(options.evaluate ? { evaluate: options.evaluate } : {}),
  })
  const instance = startInstance(world, process, 'simulation', options.data ?? {}, options.start)
  for (let given = 0; given < (options.mostInputs ?? 10_000) && !hasEnded(instance.state); given++) {
    if (!inOrder(world).some(pending => answer(world, pending, decide))) break
  }
  return {
    status: instance.state.status,
    path: pathOf(instance.history),
    stages: stagesOf(instance.history),
    data: instance.data,
    history: instance.history,
    waiting: [...world.pending.values()],
    now: world.now,
  }
}
