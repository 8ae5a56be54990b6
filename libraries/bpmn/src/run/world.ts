import type { Effect, HistoryEffect } from '../engine/effect.ts'
import type { Input } from '../engine/input.ts'
import { hasEnded, newState, type State } from '../engine/state.ts'
import { step } from '../engine/step.ts'
import type { Evaluate } from '../expression/evaluate.ts'
import { fragmentOf } from '../model/fragment.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Process } from '../model/process.ts'
import { endedBy, isStillPending, type Pending, pendingOf } from './pending.ts'

/** One instance in memory, with its data and what it has done. */
export interface Instance {
  readonly id: string
  readonly process: Process
  state: State
  data: JsonObject
  readonly history: HistoryEffect[]
  readonly effects: Effect[]
  /** Every input with what came of it. */
  readonly log: { readonly input: Input; readonly effects: readonly Effect[] }[]
  /** The instance and the call activity's id that wait for it. */
  readonly parent?: {
    readonly instance: string
    readonly id: string
    /** A fragment works on the data of the instance that asked for it. */
    readonly shares?: true
    readonly local?: JsonObject
  }
}

/** Instances in memory that call each other and hear each other's signals; what the database is to the platform. */
export interface World {
  /** In the order in which they were deployed: of one id the first is version 1, the last the latest. */
  readonly processes: readonly Process[]
  readonly instances: Map<string, Instance>
  /** What is waited for, in the order in which it began, by instance and id. */
  readonly pending: Map<string, Pending>
  readonly evaluate?: Evaluate
  readonly zone: string
  now: string
}

/** An empty world in which these processes can be started and called. */
export function newWorld(
  processes: readonly Process[],
  now: string,
  options: { readonly zone?: string; readonly evaluate?: Evaluate } = {},
): World {
  return {
    processes,
    instances: new Map(),
    pending: new Map(),
    zone: options.zone ?? 'UTC',
    now,
    ...(options.evaluate ? { evaluate: options.evaluate } : {}),
  }
}

function withValue(data: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [first = '', ...rest] = path
  const inner = data[first]
  return { ...data, [first]: rest.length === 0 ? value : withValue(isJsonObject(inner) ? inner : {}, rest, value) }
}

/** Data after the `set-data` effects of a step, in order. */
export function dataAfter(data: JsonObject, effects: readonly Effect[]): JsonObject {
  return effects.reduce(
    (before, effect) => (effect.type === 'set-data' ? withValue(before, effect.path, effect.value) : before),
    data,
  )
}

/** Starts an instance; `at` chooses among several beginnings. */
export function startInstance(
  world: World,
  process: Process,
  id: string,
  data: JsonObject,
  at?: string,
  parent?: Instance['parent'],
): Instance {
  const instance: Instance = {
    id,
    process,
    state: newState(process.id, id),
    data,
    history: [],
    effects: [],
    log: [],
    ...(parent ? { parent } : {}),
  }
  world.instances.set(id, instance)
  const local = parent?.local === undefined ? {} : { local: parent.local }
  give(world, id, { type: 'start', ...(at === undefined ? {} : { node: at }), ...local })
  return instance
}

const tagOf = ({ attributes }: Process) =>
  attributes.versionTag ?? attributes['camunda:versionTag'] ?? attributes['zeebe:versionTag.value']

/** The version of the called process that is bound: the latest, one by number or tag, or that deployed with the caller. */
function calledBy(
  { processes }: World,
  caller: Process,
  { process: id, version }: Effect & { type: 'child-instance' },
): Process | undefined {
  const versions = processes.filter(process => process.id === id)
  if (version.kind === 'version') return versions[Number(version.value) - 1]
  if (version.kind === 'tag') return versions.filter(process => tagOf(process) === version.value).at(-1)
  if (version.kind === 'latest') return versions.at(-1)
  const next = processes.findIndex((other, index) => other.id === caller.id && index > processes.indexOf(caller))
  const before = processes.slice(0, next < 0 ? undefined : next)
  return before.filter(process => process.id === id).at(-1)
}

function startChild(world: World, parent: Instance, effect: Effect & { type: 'child-instance' }): boolean {
  if (effect.fragment !== undefined) {
    const caller = { instance: parent.id, id: effect.id, shares: true, local: effect.local } as const
    startInstance(
      world,
      fragmentOf(parent.process, effect.fragment),
      `${effect.id}/child`,
      parent.data,
      undefined,
      caller,
    )
    return true
  }
  const process = calledBy(world, parent.process, effect)
  if (!process) return false
  const data = effect.inputs && !effect.all ? effect.inputs : { ...parent.data, ...effect.local, ...effect.inputs }
  startInstance(world, process, `${effect.id}/child`, data, undefined, { instance: parent.id, id: effect.id })
  return true
}

function tellParent(world: World, child: Instance, effect: Effect): void {
  const { parent } = child
  if (!parent) return
  if (effect.type === 'escalation-thrown')
    give(world, parent.instance, { type: 'escalated', id: parent.id, code: effect.code })
  if (effect.type !== 'ended') return
  world.pending.delete(parent.id)
  if (effect.outcome === 'failed')
    give(world, parent.instance, { type: 'call-failed', id: parent.id, error: effect.error ?? '' })
  else if (effect.outcome !== 'cancelled')
    give(world, parent.instance, { type: 'child-completed', id: parent.id, result: effect.result ?? child.data })
}

/** Delivers a signal to what waits for it now; of the throwing instance to what waited when it was thrown. */
function broadcast(world: World, thrower: Instance, effect: Effect & { type: 'signal-thrown' }): void {
  const { name, sequence } = effect
  const content = effect.content === undefined ? {} : { content: effect.content }
  const heard = [...world.instances.values()].map(
    ({ id, state }) => [id, id === thrower.id ? sequence : state.sequence] as const,
  )
  for (const [id, before] of heard) give(world, id, { type: 'signal', name, before, ...content })
}

function heed(world: World, instance: Instance, effect: Effect): void {
  const ended = endedBy(effect)
  if (ended !== undefined) world.pending.delete(ended)
  if (effect.type === 'child-cancelled') give(world, `${effect.id}/child`, { type: 'cancel' })
  const pending = pendingOf(instance.id, effect)
  if (pending && !(effect.type === 'child-instance' && startChild(world, instance, effect)))
    world.pending.set(pending.id, pending)
  if (effect.type === 'signal-thrown') broadcast(world, instance, effect)
  if (effect.type === 'ended')
    for (const [id, other] of world.pending) if (other.instance === instance.id) world.pending.delete(id)
  tellParent(world, instance, effect)
}

/** The instances that work on the same data, those that are asked for by others last. */
function sharingWith(world: World, instance: Instance): readonly Instance[] {
  const owner = instance.parent?.shares ? world.instances.get(instance.parent.instance) : undefined
  return owner ? [...sharingWith(world, owner), instance] : [instance]
}

/** Gives an instance an input and does what comes of it; an unknown instance ignores it. */
export function give(world: World, id: string, input: Input): readonly Effect[] {
  const instance = world.instances.get(id)
  if (!instance || hasEnded(instance.state)) return []
  const sharing = sharingWith(world, instance)
  const data = sharing[0]?.data ?? instance.data
  const { state, effects } = step(instance.process, instance.state, input, {
    now: world.now,
    zone: world.zone,
    data,
    ...(world.evaluate ? { evaluate: world.evaluate } : {}),
  })
  instance.state = state
  for (const other of sharing) other.data = dataAfter(data, effects)
  instance.effects.push(...effects)
  instance.log.push({ input, effects })
  for (const effect of effects) if (effect.type === 'history') instance.history.push(effect)
  for (const effect of effects) heed(world, instance, effect)
  for (const pending of [...world.pending.values()])
    if (pending.instance === id && !isStillPending(instance.state, pending)) world.pending.delete(pending.id)
  return effects
}
