import { type EventDefinition, nodeOf, nodesIn } from '../model.ts'
import type { Done, Oracle, Scope, Token } from '../state.ts'

/** What completed and is compensated by a throw in that scope: everything, or one activity; it is compensated once. */
function takeDone(scope: Scope, activity: string | undefined): Done[] {
  const taken = scope.done.filter(done => activity === undefined || done.node.id === activity)
  scope.done = scope.done.filter(done => !taken.includes(done))
  return taken
}

/** An event sub-process acts for its parent (clause 10.4.6): it compensates what the parent completed. */
function scopeOfThrow(scope: Scope): Scope {
  return scope.owner?.node.eventSubProcess ? scopeOfThrow(scope.owner.scope) : scope
}

/**
 * Clause 13.4.5: activities that completed are compensated in the reverse order of their completion, here one after the
 * other; the event that asked for it goes on when all are.
 */
export function throwCompensation(oracle: Oracle, token: Token, event: EventDefinition): void {
  token.doing = 'undoing'
  token.undo = { left: takeDone(scopeOfThrow(token.scope), event.activity), current: null, after: 'leave' }
  undoNext(oracle, token)
}

/** Clause 13.4.5.2: the handler is the activity associated with the boundary event, or the compensation event sub-process. */
export function undoNext(oracle: Oracle, token: Token): void {
  const { undo } = token
  if (!undo) return
  undo.current = null
  const done = undo.left.pop()
  if (!done) {
    token.undo = null
    if (undo.after === 'leave') oracle.leave(token)
    else if (undo.after === 'undone') oracle.complete(token)
    else cancelled(oracle, token)
    return
  }
  const { inner, node, scope } = done
  const boundary = [...oracle.model.nodes.values()].find(
    other => other.attachedTo === node.id && other.events.some(event => event.type === 'compensation'),
  )
  if (boundary?.undoneBy !== undefined) {
    oracle.enter(nodeOf(oracle.model, boundary.undoneBy), scope, { undoneFor: token, locals: done.locals })
    return
  }
  const handler = inner
    ? nodesIn(oracle.model, node.id).find(
        other =>
          other.eventSubProcess &&
          nodesIn(oracle.model, other.id).some(
            start => start.kind === 'startEvent' && start.events.some(event => event.type === 'compensation'),
          ),
      )
    : undefined
  if (inner && handler) {
    // The sub-process is there again, compensating (clause 13.2.2), while its handler runs in what it left.
    const compensating = oracle.enter(node, scope, { doing: 'undoing', undoneFor: token, locals: done.locals })
    compensating.undo = { left: [], current: null, after: 'undone' }
    oracle.startHandler(handler, inner, { undoneFor: compensating })
    return
  }
  // A sub-process without a handler of its own is compensated by what it did (clause 13.4.5.3).
  if (inner) undo.left.push(...takeDone(inner, undefined))
  undoNext(oracle, token)
}

/**
 * Clauses 10.4.6 and 13.4.6: a cancel end event interrupts its transaction, compensates what it had completed and leaves it
 * by the cancel boundary event.
 */
export function throwCancel(oracle: Oracle, token: Token): void {
  for (const other of [...token.scope.tokens]) if (other !== token) oracle.cancel(other)
  token.scope.onFlows = []
  token.scope.interrupted = true
  token.doing = 'undoing'
  token.undo = { left: takeDone(token.scope, undefined), current: null, after: 'cancel' }
  undoNext(oracle, token)
}

function cancelled(oracle: Oracle, token: Token): void {
  const host = token.scope.owner?.whole ?? token.scope.owner
  const boundary = [...oracle.model.nodes.values()].find(
    node => node.attachedTo === host?.node.id && node.events.some(event => event.type === 'cancel'),
  )
  oracle.leave(token)
  if (host && boundary) oracle.fireBoundary(boundary, host, { type: 'cancel' })
  else oracle.unclear = 'a cancelled transaction without a cancel boundary event'
}
