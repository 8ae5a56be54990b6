import type { Oracle, Scope, Token } from '../state.ts'
import { caughtAbove, caughtAtActivity } from './catching.ts'

/**
 * Clauses 10.4.5 and 10.4.6: an escalation is not critical: whoever catches it runs beside or, when interrupting, instead;
 * nobody catching it, nothing happens. `thrower` is the activity when it comes from outside work, null for an event.
 */
export function throwEscalation(oracle: Oracle, scope: Scope, code: string | undefined, thrower: Token | null): void {
  const caught =
    (thrower ? caughtAtActivity(oracle, thrower, 'escalation', code) : null) ??
    caughtAbove(oracle, scope, 'escalation', code)
  if (!caught) return
  const data = caught.by === 'boundary' ? caught.host.scope.data : caught.scope.data
  if (caught.event.codeVariable !== undefined)
    data.values = { ...data.values, [caught.event.codeVariable]: code ?? null }
  if (caught.by === 'boundary') oracle.fireBoundary(caught.boundary, caught.host, caught.event)
  else oracle.startHandler(caught.handler, caught.scope)
}
