import { arrive } from './arrive.ts'
import { closeRoot } from './close.ts'
import type { IncidentCode } from './effect.ts'
import { completeScope } from './events.ts'
import { incident } from './incident.ts'
import { joinWhatCan } from './joins.ts'
import { occur } from './occur.ts'
import { type Arrival, holds, nodeAt, placeToken, type Run } from './run.ts'
import { continueUndo } from './undo.ts'

/** How many moves one input may cause before the instance counts as going round in circles. */
const mostMoves = 10_000

/** How many tokens an instance may have, on their way and waiting, before it counts as multiplying them. */
const mostTokens = 1_000

/** Why no more tokens are moved, if so. */
function tooMuch(run: Run, moves: number): IncidentCode | undefined {
  if (moves > mostMoves) return 'endless'
  // Counting is spared where there cannot be so many.
  if (run.state.sequence < mostTokens && run.agenda.length < mostTokens) return undefined
  return Object.keys(run.state.tokens).length + run.agenda.length > mostTokens ? 'too-many-tokens' : undefined
}

/** Stops a token before its node, so that it is neither lost nor moved. */
function stop(run: Run, arrival: Arrival, code: IncidentCode): void {
  const { node: at, in: scope, via, local, undoing, occurred } = arrival
  const number = placeToken(run, {
    at,
    in: scope,
    doing: 'incident',
    ...(via === undefined ? {} : { via }),
    ...(local === undefined ? {} : { local: { ...local } }),
    ...(undoing === undefined ? {} : { undoing }),
    ...(occurred === undefined ? {} : { occurred }),
  })
  incident(run, number, code)
}

function drain(run: Run, moves: { count: number }): void {
  let stopped: IncidentCode | undefined
  for (let arrival = run.agenda.shift(); arrival; arrival = run.agenda.shift()) {
    stopped ??= tooMuch(run, moves.count++)
    if (!stopped) arrive(run, arrival)
    else if (run.state.tokens[arrival.in]) stop(run, arrival, stopped)
  }
}

/** Completes one scope in which nothing goes on any more, innermost (youngest) first. */
function completeOneScope(run: Run): boolean {
  const busy = new Set(Object.values(run.state.tokens).map(token => token.in))
  const numbers = Object.keys(run.state.tokens).map(Number).reverse()
  for (const number of numbers) {
    const token = run.state.tokens[number]
    if (token?.doing !== 'scope' || busy.has(number)) continue
    const adHoc = run.process.nodes[token.at]?.adHoc
    if (adHoc && !token.interrupted) continue
    if (number === 0) {
      const result = run.process.instanceOf?.result === undefined ? {} : { result: token.contributes ?? null }
      closeRoot(run)
      run.state.status = 'completed'
      run.effects.push({ type: 'ended', outcome: 'completed', ...result })
    } else completeScope(run, number)
    return true
  }
  return false
}

/** Looks at all conditions that are waited for; those that have become true happen (BPMN clause 10.5.5, conditional). */
function lookAtConditions(run: Run): boolean {
  if (!run.changed) return false
  run.changed = false
  let happened = false
  for (const number of Object.keys(run.state.waits)) {
    const wait = run.state.waits[number]
    if (wait?.kind !== 'condition') continue
    const event = nodeAt(run, wait.node).events?.[wait.event]
    const now = event?.type === 'condition' && holds(run, wait.token, event.condition)
    const risen = now && wait.was !== true
    wait.was = now
    if (!risen) continue
    happened = true
    occur(run, Number(number))
  }
  return happened
}

/** Moves tokens until every one of them waits for something outside. */
export function settle(run: Run): void {
  const moves = { count: 0 }
  do drain(run, moves)
  while (completeOneScope(run) || continueUndo(run) || lookAtConditions(run) || joinWhatCan(run))
}
