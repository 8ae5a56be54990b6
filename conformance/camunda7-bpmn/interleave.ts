import {
  type EventDefinition,
  give,
  hasEnded,
  type Input,
  type Instance,
  largestState,
  newWorld,
  type Pending,
  type Process,
  startInstance,
  usualInput,
  type World,
} from '@tereze/bpmn'
import { type Chance, chance } from './chance.ts'
import { audit, enter, newLedger } from './ledger.ts'
import { type Likely, someData } from './likely-data.ts'

/** How one run of a model went. */
export interface RunResult {
  readonly end: 'ended' | 'waiting' | 'deadlock' | 'stuck'
  readonly faults: readonly string[]
  /** The states at the end, to compare two runs of one seed. */
  readonly states: string
  readonly path: readonly string[]
}

const mostWild = 60
const mostInputs = 400
/** Models that go round without waiting or multiply their tokens: the engine has stopped them, the run ends there. */
const runaway: ReadonlySet<string> = new Set(['endless', 'too-many-tokens', 'state-too-large'])

const codesOf = (processes: readonly Process[], type: 'error' | 'escalation') =>
  processes
    .flatMap(process => Object.values(process.nodes))
    .flatMap(node => node.events ?? [])
    .flatMap((event: EventDefinition) =>
      (event.type === 'error' || event.type === 'escalation') && event.type === type && event.code !== undefined
        ? [event.code]
        : [],
    )

function wildInput(
  pending: Pending,
  choices: Chance,
  errors: readonly string[],
  escalations: readonly string[],
): Input | undefined {
  const { id, kind } = pending
  const work = kind === 'task' || kind === 'call' || kind === 'child'
  if (work && choices.often(0.1)) return { type: 'call-failed', id, error: choices.one([...errors, 'unknown']) }
  if (work && choices.often(0.05)) return { type: 'escalated', id, code: choices.one([...escalations, 'unknown']) }
  if (work && choices.often(0.03)) return { type: 'call-broken', id, reason: 'no answer' }
  return kind === 'incident' ? { type: 'retry', id } : usualInput(pending)
}

/** Tasks first, so that a run comes to its end; events that may come for ever only when nothing else is left. */
function tamePick(waiting: readonly Pending[]): Pending | undefined {
  const of = (...kinds: readonly Pending['kind'][]) => waiting.find(pending => kinds.includes(pending.kind))
  return of('task', 'call', 'child', 'activities') ?? of('incident') ?? of('message', 'signal', 'timer')
}

interface Running {
  readonly world: World
  readonly root: Instance
  readonly ledgers: Map<string, { ledger: ReturnType<typeof newLedger>; seen: number }>
  readonly faults: string[]
}

const effectsOf = (log: Instance['log']) => log.flatMap(({ effects }) => effects)

/** Brings the accounts up to date. */
function account(running: Running): void {
  for (const { id, log, state } of running.world.instances.values()) {
    const account = running.ledgers.get(id) ?? { ledger: newLedger(), seen: 0 }
    running.ledgers.set(id, account)
    for (const { input, effects } of log.slice(account.seen)) enter(account.ledger, input, effects)
    if (account.seen === log.length) continue
    account.seen = log.length
    const size = JSON.stringify(state).length
    if (
      size > largestState &&
      !effectsOf(log).some(effect => effect.type === 'incident' && effect.code === 'state-too-large')
    )
      running.faults.push(`${id}: state of ${size}`)
  }
}

function hasConditions(world: World): boolean {
  return [...world.instances.values()].some(({ state }) =>
    Object.values(state.waits).some(wait => wait.kind === 'condition'),
  )
}

function endOf(running: Running): RunResult['end'] {
  const { root, world } = running
  if (hasEnded(root.state)) return 'ended'
  if ([...world.pending.values()].some(pending => pending.kind === 'incident' && pending.name === 'deadlock'))
    return 'deadlock'
  return world.pending.size > 0 || hasConditions(world) ? 'waiting' : 'stuck'
}

/** Runs a process once: wild at first (errors, escalations, repeated answers, changing data), then straight to its end. */
export function runOnce(
  processes: readonly Process[],
  process: Process,
  start: string,
  likely: Likely,
  seed: number,
): RunResult {
  const choices = chance(seed)
  const errors = codesOf(processes, 'error')
  const escalations = codesOf(processes, 'escalation')
  const world = newWorld(processes, '2026-03-02T12:00:00.000Z', { zone: 'Asia/Almaty' })
  const running: Running = {
    world,
    root: startInstance(world, process, 'i', someData(likely, choices), start),
    ledgers: new Map(),
    faults: [],
  }
  account(running)
  const given: { readonly id: string; readonly input: Input }[] = []
  for (let inputs = 0; inputs < mostInputs && !hasEnded(running.root.state); inputs++) {
    const wild = inputs < mostWild
    const waiting = [...world.pending.values()].filter(pending => pending.name !== 'deadlock')
    const pending = wild && waiting.length > 0 ? choices.one(waiting) : tamePick(waiting)
    const id = pending?.instance ?? 'i'
    const instance = world.instances.get(id)
    if (!instance) break
    if (!pending || pending.kind === 'incident' || choices.often(0.5))
      instance.data = { ...instance.data, ...someData(likely, choices) }
    if (pending?.due && 'at' in pending.due && pending.due.at > world.now) world.now = pending.due.at
    const repeated = wild && given.length > 0 && choices.often(0.1) ? choices.one(given) : undefined
    const input =
      repeated?.input ??
      (pending
        ? wild
          ? wildInput(pending, choices, errors, escalations)
          : (usualInput(pending) ?? { type: 'retry', id: pending.id })
        : { type: 'data-changed' as const })
    if (!input) continue
    const to = repeated?.id ?? id
    if (!repeated && 'id' in input) given.push({ id: to, input })
    give(world, to, input)
    account(running)
    if (!pending && !hasConditions(world)) break
    if ([...world.pending.values()].some(({ kind, name }) => kind === 'incident' && runaway.has(name))) break
  }
  const end = endOf(running)
  const faults = [...running.faults]
  for (const [id, { ledger }] of running.ledgers) {
    const instance = world.instances.get(id)
    if (!instance) continue
    faults.push(...(hasEnded(instance.state) ? audit(ledger) : ledger.errors).map(error => `${id}: ${error}`))
  }
  return {
    end,
    faults,
    states: JSON.stringify([...world.instances.values()].map(({ state, data }) => ({ state, data }))),
    path: running.root.history.filter(entry => entry.what === 'entered').map(entry => entry.element),
  }
}
