import type { Evaluate } from '../expression/evaluate.ts'
import { evaluateFeel } from '../expression/feel.ts'
import type { JsonObject } from '../model/json.ts'
import type { Process } from '../model/process.ts'
import type { Effect } from './effect.ts'
import type { Input } from './input.ts'
import { reactTo } from './react.ts'
import { copyState, idOf, type Run } from './run.ts'
import { settle } from './settle.ts'
import { largestState, type State } from './state.ts'

/** What a step needs beside state and inputs. */
export interface StepContext {
  /** The instant of the step, ISO 8601 in UTC. */
  readonly now: string
  /** The data of the case, as conditions and scripts see it. */
  readonly data: JsonObject
  /** IANA zone in which days and months of timers are counted; UTC by default. */
  readonly zone?: string
  /** Evaluates FEEL; by default @tereze/feel. */
  readonly evaluate?: Evaluate
  /** Most instances of a parallel repetition; 100 by default. */
  readonly mostInstances?: number
}

/** The state after a step, and what the caller has to do, in order. */
export interface StepResult {
  readonly state: State
  readonly effects: readonly Effect[]
}

/** Notes tokens that nothing can move any more. */
function noteDeadlock(run: Run): void {
  const { state } = run
  if (state.status !== 'active' || Object.keys(state.waits).length > 0) return
  const tokens = Object.entries(state.tokens)
  if (tokens.some(([, token]) => !['scope', 'repeat', 'join', 'undo'].includes(token.doing))) return
  if (tokens.some(([, token]) => token.doing === 'scope' && run.process.nodes[token.at]?.adHoc)) return
  for (const [number, token] of tokens) {
    if (token.doing !== 'join' || token.incident !== undefined) continue
    token.incident = 'deadlock'
    run.effects.push({ type: 'incident', id: idOf(run, Number(number)), node: token.at, code: 'deadlock', params: {} })
  }
}

/**
 * Takes an instance from one state to the next: each input is taken up in turn and moves tokens until all of them wait.
 * Pure: the given state is not touched, and the same arguments give the same result. An input that comes too late,
 * twice or for another instance yields an `ignored` effect; nothing is thrown for it.
 */
export function step(
  process: Process,
  state: State,
  inputs: Input | readonly Input[],
  context: StepContext,
): StepResult {
  const run: Run = {
    process,
    state: copyState(state),
    effects: [],
    agenda: [],
    moment: { now: context.now, zone: context.zone ?? 'UTC' },
    evaluate: context.evaluate ?? evaluateFeel,
    mostInstances: context.mostInstances ?? 100,
    data: context.data,
    changed: false,
  }
  const list: readonly Input[] = Array.isArray(inputs) ? inputs : [inputs as Input]
  for (const [index, input] of list.entries()) {
    const ignored = reactTo(run, input)
    if (ignored) run.effects.push({ type: 'ignored', input: index, reason: ignored })
    else settle(run)
  }
  if (run.effects.some(effect => effect.type !== 'ignored')) {
    noteDeadlock(run)
    noteSize(run)
  }
  return { state: run.state, effects: run.effects }
}

function noteSize(run: Run): void {
  if (Object.keys(run.state.tokens).length + Object.keys(run.state.waits).length < 100 && !hasValues(run.state)) return
  const size = JSON.stringify(run.state).length
  if (size > largestState)
    run.effects.push({
      type: 'incident',
      id: idOf(run, 0),
      node: run.process.id,
      code: 'state-too-large',
      params: { size: String(size) },
    })
}

function hasValues(state: State): boolean {
  return Object.values(state.tokens).some(
    token => token.local !== undefined || token.progress !== undefined || token.undoable !== undefined,
  )
}
