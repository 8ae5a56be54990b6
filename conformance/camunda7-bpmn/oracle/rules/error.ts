import type { EventDefinition } from '../model.ts'
import type { Oracle, Scope, Token } from '../state.ts'
import { caughtAbove, caughtAtActivity } from './catching.ts'

function keepCode(scope: Scope, event: EventDefinition, code: string | undefined): void {
  const { codeVariable, messageVariable } = event
  scope.data.values = {
    ...scope.data.values,
    ...(codeVariable === undefined ? {} : { [codeVariable]: code ?? null }),
    ...(messageVariable === undefined ? {} : { [messageVariable]: null }),
  }
}

/**
 * Clauses 10.4.6 and 13.4.6: an error is critical: what throws it and the scope that catches it are interrupted; nobody
 * catching it, the process fails. `thrower` is the activity when it comes from outside work, null for an end event.
 */
export function throwError(oracle: Oracle, scope: Scope, code: string | undefined, thrower: Token | null): void {
  const caught =
    (thrower ? caughtAtActivity(oracle, thrower, 'error', code) : null) ?? caughtAbove(oracle, scope, 'error', code)
  if (!caught) {
    if (thrower) oracle.unclear = 'an error of outside work that nobody catches'
    oracle.cancelAll(oracle.root)
    oracle.ended = 'failed'
    return
  }
  if (caught.by === 'boundary') {
    keepCode(caught.host.scope, caught.event, code)
    oracle.fireBoundary(caught.boundary, caught.host, caught.event)
    return
  }
  keepCode(caught.scope, caught.event, code)
  oracle.startHandler(caught.handler, caught.scope)
}
