import type { Evaluate } from '../expression/evaluate.ts'
import { evaluateFeel } from '../expression/feel.ts'
import type { JsonObject } from '../model/json.ts'
import type { Process } from '../model/process.ts'
import type { Effect } from './effect.ts'
import type { Input } from './input.ts'
import { noteDeadlock, noteSize } from './notice.ts'
import { reactTo } from './react.ts'
import { copyState, type Run } from './run.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'

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
  /** What happens to occurrences of repeating timers that were missed: made up for once (default) or each of them. */
  readonly missedCycles?: 'once' | 'each'
}

/** The state after a step, and what the caller has to do, in order. */
export interface StepResult {
  readonly state: State
  readonly effects: readonly Effect[]
}

/** One step about to run on a copy of a state. */
export function newRun(process: Process, state: State, context: StepContext): Run {
  return {
    process,
    state,
    effects: [],
    agenda: [],
    moment: { now: context.now, zone: context.zone ?? 'UTC' },
    evaluate: context.evaluate ?? evaluateFeel,
    mostInstances: context.mostInstances ?? 100,
    missedCycles: context.missedCycles ?? 'once',
    data: context.data,
    changed: false,
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
  const run = newRun(process, copyState(state), context)
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
