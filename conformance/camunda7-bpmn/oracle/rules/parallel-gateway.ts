import type { FlowNode, Model } from '../model.ts'
import type { Scope } from '../state.ts'

/**
 * Clause 13.3.1, table 13.1: the gateway is activated when there is a token on each incoming flow; it takes exactly one
 * from each, and puts one on each outgoing flow.
 */
export function parallelJoin(_model: Model, scope: Scope, gateway: FlowNode): readonly string[] | null {
  return gateway.incoming.every(flow => scope.onFlows.includes(flow)) ? gateway.incoming : null
}
