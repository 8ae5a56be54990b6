import { isTrue } from '../expression.ts'
import type { Repetition } from '../model.ts'
import type { Oracle, Token } from '../state.ts'

type Loop = Extract<Repetition, { kind: 'loop' }>

function goesOn(oracle: Oracle, whole: Token, loop: Loop, rounds: number): boolean {
  if (loop.most !== undefined && rounds >= loop.most) return false
  return (
    loop.condition === undefined ||
    isTrue(loop.condition, { ...oracle.variables(whole.scope, whole), loopCounter: rounds })
  )
}

function startRound(oracle: Oracle, whole: Token): void {
  if (!whole.repeat) return
  whole.repeat.started++
  oracle.enter(whole.node, whole.scope, { whole, locals: { loopCounter: whole.repeat.started } })
}

/** Clause 13.2.6: with `testBefore` the condition is evaluated before the first round, otherwise there is a first round. */
export function beginLoop(oracle: Oracle, whole: Token, loop: Loop): void {
  whole.doing = 'repeating'
  whole.repeat = { items: null, total: Number.POSITIVE_INFINITY, started: 0, completed: 0, running: [] }
  if (loop.before && !goesOn(oracle, whole, loop, 0)) oracle.complete(whole)
  else startRound(oracle, whole)
}

/** Clause 13.2.6: after each round the activity is repeated while the condition holds and the maximum is not reached. */
export function roundCompleted(oracle: Oracle, whole: Token, loop: Loop): void {
  if (!whole.repeat) return
  whole.repeat.completed++
  if (goesOn(oracle, whole, loop, whole.repeat.completed)) startRound(oracle, whole)
  else oracle.complete(whole)
}
