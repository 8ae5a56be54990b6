import { isTrue } from '../expression.ts'
import { type FlowNode, nodesIn } from '../model.ts'
import type { Oracle, Scope, Token } from '../state.ts'

/** Clause 13.2.5: the activities without incoming flows may be started; one at a time where the order is sequential. */
export function startable(oracle: Oracle, token: Token): readonly FlowNode[] {
  const { inner, node } = token
  if (!inner || !node.adHoc || inner.closing) return []
  if (node.adHoc.sequential && (inner.tokens.length > 0 || inner.onFlows.length > 0)) return []
  return nodesIn(oracle.model, node.id).filter(
    other => other.incoming.length === 0 && !other.eventSubProcess && !other.forCompensation && !other.attachedTo,
  )
}

/** Clause 13.2.5: after each inner activity the completion condition says whether the sub-process closes. */
export function activityCompleted(oracle: Oracle, scope: Scope): void {
  const adHoc = scope.owner?.node.adHoc
  if (!adHoc || scope.closing || adHoc.until === undefined) return
  if (!isTrue(adHoc.until, oracle.variables(scope))) return
  scope.closing = true
  if (adHoc.cancelRemaining) oracle.cancelAll(scope)
}
