import type { IncidentCode } from './effect.ts'
import { deadJoins } from './joins.ts'
import { idOf, type Run } from './run.ts'
import { largestState, type State } from './state.ts'

/** Marks a token that goes on being what it is with an incident, or takes the mark away. */
function mark(
  run: Run,
  number: number,
  code: IncidentCode,
  present: boolean,
  params: Readonly<Record<string, string>> = {},
): void {
  const token = run.state.tokens[number]
  if (!token) return
  const id = idOf(run, number)
  if (present && token.incident === undefined) {
    token.incident = code
    run.effects.push({ type: 'incident', id, node: token.at, code, params })
  } else if (!present && token.incident === code) {
    delete token.incident
    run.effects.push({ type: 'incident-resolved', id, node: token.at })
  }
}

/** Whether nothing at all can move the instance: every token waits for other tokens. */
function isAllStill(run: Run): boolean {
  const { state, process } = run
  if (Object.keys(state.waits).length > 0) return false
  return Object.values(state.tokens).every(
    ({ doing, at }) =>
      (doing === 'scope' && !process.nodes[at]?.adHoc) || doing === 'repeat' || doing === 'join' || doing === 'undo',
  )
}

/** Notes tokens at joins that nothing can complete any more, and those that can go on again. */
export function noteDeadlock(run: Run): void {
  if (run.state.status !== 'active') return
  const joins = Object.keys(run.state.tokens).filter(number => run.state.tokens[number]?.doing === 'join')
  if (joins.length === 0) return
  const all = isAllStill(run)
  const dead = deadJoins(run)
  for (const number of joins.map(Number)) mark(run, number, 'deadlock', all || dead.has(number))
}

function hasValues(state: State): boolean {
  return Object.values(state.tokens).some(
    token => token.local !== undefined || token.progress !== undefined || token.undoable !== undefined,
  )
}

/** Notes a state that has become too large, on the first token, and one that is small enough again. */
export function noteSize(run: Run): void {
  const { state } = run
  const few = Object.keys(state.tokens).length + Object.keys(state.waits).length < 100 && !hasValues(state)
  const size = few && state.tokens[0]?.incident === undefined ? 0 : JSON.stringify(state).length
  mark(run, 0, 'state-too-large', size > largestState, { size: String(size) })
}
