import { Interpreter, type Order, type Stimulus } from './interpret.ts'
import type { JoinRules } from './join-rules.ts'
import { likelyValues } from './likely-values.ts'
import { type FlowNode, type Model, nodesIn, type Values } from './model.ts'
import { type Observation, observeOracle } from './observation.ts'
import { startable } from './rules/ad-hoc.ts'
import { caughtAbove, caughtAtActivity } from './rules/catching.ts'
import { type Wait, waitsOf } from './waits.ts'

/** A stimulus as it is written down: what happens where; `nth` of several alike, in order of creation. */
export type Step =
  | { readonly do: 'complete' | 'message' | 'timer'; readonly at: string; readonly nth?: number }
  | { readonly do: 'signal'; readonly name: string }
  | { readonly do: 'data'; readonly values: Values }
  | { readonly do: 'error' | 'escalation'; readonly at: string; readonly nth?: number; readonly code: string }
  | { readonly do: 'start'; readonly at: string; readonly activity: string }

/** A run to be made: where it begins, with what data, and what then happens. */
export interface Script {
  readonly process: string
  /** The start event; null when the process has none. */
  readonly start: string | null
  readonly data: Values
  readonly steps: readonly Step[]
}

/** A run with what is expected at its end, and where tokens are after each step, the start being the first. */
export interface Expectation extends Script {
  readonly waits: readonly (readonly string[])[]
  readonly end: Observation
}

const mostSteps = 12
const doOf = { task: 'complete', message: 'message', timer: 'timer' } as const

/** The same seed gives the same order (a linear congruence is enough here). */
function seeded(seed: number): Order {
  let state = seed
  return possible => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * possible)
  }
}

/** The orders that are tried: first come first, last come first, and three by chance, the same each time. */
export const orders: readonly (() => Order)[] = [
  () => () => 0,
  () => possible => possible - 1,
  () => seeded(1),
  () => seeded(2),
  () => seeded(3),
]

const born = ({ scope, token }: Wait) => token?.number ?? scope.owner?.number ?? 0

/** Waits of a kind at a node, the oldest first. */
function alike(oracle: Interpreter, kind: Wait['kind'], at: string): readonly Wait[] {
  return waitsOf(oracle)
    .filter(wait => wait.kind === kind && wait.node.id === at)
    .sort((one, other) => born(one) - born(other))
}

function waitOf(oracle: Interpreter, kind: Wait['kind'], at: string, nth: number): Wait | undefined {
  return alike(oracle, kind, at)[nth]
}

/** The stimulus that a step means now; undefined when nobody waits for it. */
function stimulusOf(oracle: Interpreter, step: Step): Stimulus | undefined {
  if (step.do === 'signal') return { kind: 'signal', name: step.name }
  if (step.do === 'data') return { kind: 'data', values: step.values }
  if (step.do === 'start') {
    const wait = waitOf(oracle, 'activities', step.at, 0)
    return wait && { kind: 'start', wait, activity: step.activity }
  }
  const kind = step.do === 'message' || step.do === 'timer' ? step.do : 'task'
  const wait = waitOf(oracle, kind, step.at, step.nth ?? 0)
  if (!wait) return undefined
  return step.do === 'error' || step.do === 'escalation'
    ? { kind: step.do, wait, code: step.code }
    : { kind: 'happens', wait }
}

function stepOf(oracle: Interpreter, wait: Wait): Step {
  if (wait.kind === 'signal') return { do: 'signal', name: wait.name }
  if (wait.kind === 'activities') {
    const activity = wait.token ? startable(oracle, wait.token) : []
    const done = wait.token?.inner?.done.length ?? 0
    return { do: 'start', at: wait.node.id, activity: activity[done % activity.length]?.id ?? '' }
  }
  if (wait.kind === 'condition') return { do: 'data', values: {} }
  const nth = alike(oracle, wait.kind, wait.node.id).findIndex(
    other => other.token === wait.token && other.scope === wait.scope && other.index === wait.index,
  )
  return { do: doOf[wait.kind], at: wait.node.id, ...(nth > 0 ? { nth } : {}) }
}

function thrown(oracle: Interpreter, wait: Wait, type: 'error' | 'escalation'): Step | undefined {
  if (wait.kind !== 'task' || !wait.token) return undefined
  const codes = [...oracle.model.nodes.values()].flatMap(node =>
    node.events.flatMap(event => (event.type === type ? [event.code ?? 'any'] : [])),
  )
  const code = codes.find(
    code =>
      wait.token &&
      (caughtAtActivity(oracle, wait.token, type, code) ?? caughtAbove(oracle, wait.scope, type, code)) !== null,
  )
  if (code === undefined) return undefined
  const { nth } = { nth: 0, ...stepOf(oracle, wait) }
  return { do: type, at: wait.node.id, ...(nth > 0 ? { nth } : {}), code }
}

type Strategy = (oracle: Interpreter, waits: readonly Wait[], steps: readonly Step[]) => Step | undefined

const isWork = (wait: Wait) => wait.kind === 'task' || wait.kind === 'activities'
const isEvent = (wait: Wait) => wait.kind === 'message' || wait.kind === 'signal' || wait.kind === 'timer'

function toStep(oracle: Interpreter, wait: Wait | undefined): Step | undefined {
  return wait && stepOf(oracle, wait)
}

const happenedAt = (steps: readonly Step[], wait: Wait) =>
  steps.filter(step => (step.do === 'signal' ? step.name === wait.name : 'at' in step && step.at === wait.node.id))
    .length

const onward: Strategy = (oracle, waits) =>
  toStep(oracle, waits.find(isWork) ?? waits.find(isEvent) ?? waits.find(wait => wait.kind === 'condition'))

const backward: Strategy = (oracle, waits) =>
  toStep(oracle, waits.filter(isWork).at(-1) ?? waits.filter(isEvent).at(-1) ?? waits.at(-1))

const eventsFirst: Strategy = (oracle, waits, steps) =>
  toStep(
    oracle,
    waits.find(wait => isEvent(wait) && happenedAt(steps, wait) < 2),
  ) ?? onward(oracle, waits, steps)

const lastEventsFirst: Strategy = (oracle, waits, steps) =>
  toStep(oracle, waits.filter(wait => isEvent(wait) && happenedAt(steps, wait) < 1).at(-1)) ??
  backward(oracle, waits, steps)

const turns: Strategy = (oracle, waits, steps) =>
  steps.length % 2 === 0 ? onward(oracle, waits, steps) : eventsFirst(oracle, waits, steps)

const throwing =
  (type: 'error' | 'escalation', first: number): Strategy =>
  (oracle, waits, steps) =>
    (steps.length < first || steps.some(step => step.do === type)
      ? undefined
      : waits.map(wait => thrown(oracle, wait, type)).find(step => step !== undefined)) ?? onward(oracle, waits, steps)

const dataFirst: Strategy = (oracle, waits, steps) =>
  (waits.some(wait => wait.kind === 'condition') && steps.filter(step => step.do === 'data').length < 3
    ? { do: 'data', values: {} }
    : undefined) ?? onward(oracle, waits, steps)

const strategies: readonly Strategy[] = [
  onward,
  eventsFirst,
  backward,
  lastEventsFirst,
  throwing('error', 0),
  throwing('escalation', 0),
  turns,
  throwing('error', 1),
  dataFirst,
]

/** Where a run may begin. */
function startsOf(model: Model, process: string): readonly (FlowNode | null)[] {
  const starts = nodesIn(model, process).filter(node => node.kind === 'startEvent')
  return starts.length === 0 ? [null] : starts
}

function write(model: Model, process: string, start: FlowNode | null, strategy: Strategy, n: number): Script {
  const data = likelyValues(model, n)
  const oracle = new Interpreter(model, process, data, () => 0)
  oracle.begin(start?.id ?? null)
  const steps: Step[] = []
  while (oracle.ended === null && steps.length < mostSteps) {
    const planned = strategy(oracle, waitsOf(oracle), steps)
    const step: Step | undefined =
      planned?.do === 'data' ? { do: 'data', values: likelyValues(model, n + steps.length + 1) } : planned
    const stimulus = step && stimulusOf(oracle, step)
    if (!step || !stimulus) break
    steps.push(step)
    oracle.give(stimulus)
  }
  return { process, start: start?.id ?? null, data, steps }
}

/** What is seen after the start and after each step; shorter when a step finds nobody who waits. */
export function play(model: Model, script: Script, order: Order, joins?: JoinRules): readonly Observation[] {
  const oracle = new Interpreter(model, script.process, script.data, order, joins)
  oracle.begin(script.start)
  const seen = [observeOracle(oracle)]
  for (const step of script.steps) {
    const stimulus = oracle.ended === null ? stimulusOf(oracle, step) : undefined
    if (!stimulus) break
    oracle.give(stimulus)
    if (oracle.unclear !== null) break
    seen.push(observeOracle(oracle))
  }
  return seen
}

/** What all runs agree on; null when it is too little. */
function agreed(observations: readonly (Observation | undefined)[]): Observation | null {
  const [first] = observations
  if (!first) return null
  const same = (part: (observation: Observation) => unknown) =>
    observations.every(other => other && JSON.stringify(part(other)) === JSON.stringify(part(first)))
  if (!same(({ data, ended, tokens }) => [data, ended, tokens])) return null
  return same(({ path }) => path) ? first : { ...first, path: null }
}

/** What a script must lead to in whichever order things happen; cut where the standard leaves it open. */
export function expectationOf(model: Model, script: Script, joins?: JoinRules): Expectation | null {
  const runs = orders.map(order => play(model, script, order(), joins))
  const seen: Observation[] = []
  for (let step = 0; step <= script.steps.length; step++) {
    const observation = agreed(runs.map(run => run[step]))
    if (!observation) break
    seen.push(observation)
  }
  const end = seen.at(-1)
  if (!end) return null
  return { ...script, steps: script.steps.slice(0, seen.length - 1), waits: seen.map(({ tokens }) => tokens), end }
}

/** The expectations of a model: several ways through it, each written by looking at what it waits for. */
export function expectationsOf(model: Model, most = 12): readonly Expectation[] {
  const found = new Map<string, Expectation>()
  for (const process of model.processes)
    for (const start of startsOf(model, process))
      for (const [n, strategy] of strategies.entries())
        for (const data of n === 0 ? [0, 1, 2, 3, 4, 5] : n < 3 ? [n, n + 1] : [n]) {
          const expectation = expectationOf(model, write(model, process, start, strategy, data))
          if (expectation) found.set(JSON.stringify([expectation.start, expectation.end]), expectation)
        }
  return [...found.values()].slice(0, most)
}
