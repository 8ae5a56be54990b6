import { isTerm } from '@tereze/working-time'
import type { Evaluate, Moment } from '../expression/evaluate.ts'
import { evaluateFeel } from '../expression/feel.ts'
import type { Json } from '../model/json.ts'
import type { TimerDefinition } from '../model/process.ts'
import { type Schedule, scheduleOf } from './due.ts'

/**
 * When a timer that begins instances is due first, counted from a moment: an instant with how it repeats, or a working term that the
 * caller counts by its calendar. FEEL sees only the clock, for there is no instance yet (BPMN clause 10.5.2). Undefined when what the
 * timer says is not of its kind, or nothing of it is left.
 */
export function firstDueOf(
  timer: TimerDefinition,
  moment: Moment,
  evaluate: Evaluate = evaluateFeel,
): Schedule | { readonly term: Json } | undefined {
  if ('term' in timer) return { term: timer.term }
  const read = (feel: string) => evaluate(feel, {}, moment).value
  const value =
    timer.kind === 'term' ? read(timer.feel) : 'text' in timer.value ? timer.value.text : read(timer.value.feel)
  if (timer.kind === 'term' && isTerm(value)) return { term: value }
  if (typeof value !== 'string') return undefined
  return scheduleOf(timer.kind === 'term' ? 'duration' : timer.kind, value, moment)
}
