import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { assign } from './assign.ts'
import { closeInside, closeToken, interruptScope } from './close.ts'
import { leave } from './flows.ts'
import { resultContext } from './instance-variables.ts'
import { collectResult, instanceCompleted } from './repeat.ts'
import { evaluateAt, holds, nodeAt, type Run, resolve, tokenAt } from './run.ts'
import { handOverUndo, rememberUndo } from './undo.ts'

/** Maps what an activity brought into the data; `extra` are variables of an instance that has no token of its own. */
export function mapOut(run: Run, number: number, result: Json, extra: JsonObject = {}): void {
  const token = tokenAt(run, number)
  const node = nodeAt(run, token.at)
  const fromChild = node.called?.outputs ?? []
  if (node.called?.allOut && isJsonObject(result))
    for (const name in result) assign(run, token.in, name, result[name] ?? null)
  for (const { target, source } of fromChild) {
    assign(run, token.in, target, resolve(run, number, source, { ...extra, ...resultContext(result) }))
  }
  for (const { target, source } of node.outputs ?? [])
    assign(run, token.in, target, resolve(run, number, source, { ...extra, result }))
}

/** Keeps what the activity of a fragment contributes to the result of all its instances. */
function contribute(run: Run, number: number, result: Json): void {
  const { instanceOf } = run.process
  const { at, in: around } = tokenAt(run, number)
  if (instanceOf?.result === undefined || instanceOf.node !== at || around !== 0) return
  tokenAt(run, 0).contributes = evaluateAt(run, number, instanceOf.result, resultContext(result))
}

/** A repeated activity as a whole is done. */
export function finishRepetition(run: Run, number: number): void {
  const token = tokenAt(run, number)
  if (token.undoing !== undefined) closeToken(run, number, 'left')
  else {
    handOverUndo(run, number)
    leave(run, number)
  }
  checkAdHoc(run, token.in)
}

/** An activity of an ad-hoc sub-process is done: is the sub-process (BPMN clause 13.3.5)? */
function checkAdHoc(run: Run, scope: number): void {
  const token = run.state.tokens[scope]
  const adHoc = token && run.process.nodes[token.at]?.adHoc
  if (!token || adHoc?.until === undefined || !holds(run, scope, adHoc.until)) return
  interruptScope(run, scope)
  if (adHoc.cancelRest) closeInside(run, scope)
}

/**
 * An activity, or an event that was waited for, is done: its results are mapped, what can be undone is remembered, and
 * the token leaves, counts as one instance of a repetition, or lets the undoing go on.
 */
export function finish(run: Run, number: number, result: Json = null): void {
  const token = tokenAt(run, number)
  const around = token.in
  mapOut(run, number, result)
  contribute(run, number, result)
  if (token.undoing === undefined) rememberUndo(run, number)
  if (around >= 0 && tokenAt(run, around).doing === 'repeat') {
    collectResult(run, number, result)
    closeToken(run, number, 'left')
    if (instanceCompleted(run, around) === 'done') finishRepetition(run, around)
    return
  }
  if (token.undoing !== undefined) closeToken(run, number, 'left')
  else leave(run, number)
  checkAdHoc(run, around)
}

/** A repetition that had nothing to do is done at once. */
export function finishEmptyRepetition(run: Run, number: number): void {
  finishRepetition(run, number)
}
