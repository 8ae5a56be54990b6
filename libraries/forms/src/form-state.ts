import type { CompiledForm } from './compiled.ts'
import { Evaluation } from './evaluate.ts'
import type { Memory } from './memory.ts'
import type { FormInput, FormState } from './state.ts'

/** What each state was computed from, kept beside it and not in it. */
const memories = new WeakMap<FormState, Memory>()

/**
 * The state of a form. Given the state before, only what the change reaches is computed again, and parts that did not
 * change are the very same objects.
 */
export function formState(form: CompiledForm, input: FormInput, before?: FormState): FormState {
  const evaluation = new Evaluation(form, input, before === undefined ? undefined : memories.get(before))
  const state = evaluation.state()
  memories.set(state, evaluation.memory)
  return state
}

/** How many results the computation of this state did not remember: a measure for tests and benchmarks. */
export function computedFor(state: FormState): number {
  return memories.get(state)?.computed ?? 0
}
