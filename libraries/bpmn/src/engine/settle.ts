import { arrive } from './arrive.ts'
import { closeWaits } from './close.ts'
import { completeScope } from './events.ts'
import { incident } from './incident.ts'
import { joinWhatCan } from './joins.ts'
import { occur } from './occur.ts'
import { holds, nodeAt, placeToken, type Run, tokensIn } from './run.ts'
import { continueUndo } from './undo.ts'

/** How many moves one input may cause before the instance counts as going round in circles. */
const mostMoves = 10_000

function drain(run: Run, moves: { count: number }): void {
  for (let arrival = run.agenda.shift(); arrival; arrival = run.agenda.shift()) {
    if (moves.count++ < mostMoves) arrive(run, arrival)
    else if (run.state.tokens[arrival.in]) {
      const { node: at, in: scope, via, local, undoing } = arrival
      const number = placeToken(run, {
        at,
        in: scope,
        doing: 'incident',
        ...(via === undefined ? {} : { via }),
        ...(local === undefined ? {} : { local: { ...local } }),
        ...(undoing === undefined ? {} : { undoing }),
      })
      incident(run, number, 'endless')
    }
  }
}

/** Completes one scope in which nothing goes on any more, innermost (youngest) first. */
function completeOneScope(run: Run): boolean {
  const numbers = Object.keys(run.state.tokens).map(Number).reverse()
  for (const number of numbers) {
    const token = run.state.tokens[number]
    if (token?.doing !== 'scope' || tokensIn(run, number).length > 0) continue
    const adHoc = run.process.nodes[token.at]?.adHoc
    if (adHoc && !token.interrupted) continue
    if (number === 0) {
      closeWaits(run, 0)
      delete run.state.tokens[0]
      run.state.status = 'completed'
      run.effects.push({ type: 'ended', outcome: 'completed' })
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
