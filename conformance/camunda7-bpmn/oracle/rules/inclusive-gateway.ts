import { type FlowNode, flowOf, type Model } from '../model.ts'
import { flowsAhead } from '../paths.ts'
import type { Scope } from '../state.ts'

/**
 * Clause 13.3.3, table 13.3: the gateway is activated when at least one incoming flow has a token, and every token from
 * which a path leads to an incoming flow without one has also a path to an incoming flow with one, both without visiting
 * the gateway. Paths do not cross the boundary of the sub-process. It takes a token from each incoming flow that has one.
 */
export function inclusiveJoin(model: Model, scope: Scope, gateway: FlowNode): readonly string[] | null {
  const full = gateway.incoming.filter(flow => scope.onFlows.includes(flow))
  const awaited = (ahead: ReadonlySet<string>) =>
    gateway.incoming.some(flow => ahead.has(flow) && !full.includes(flow)) && !full.some(flow => ahead.has(flow))
  const starts = [
    ...scope.onFlows.map(flow => new Set([flow, ...flowsAhead(model, flowOf(model, flow).to, gateway.id)])),
    ...scope.tokens.map(token => flowsAhead(model, token.node.id, gateway.id)),
  ]
  return full.length > 0 && !starts.some(awaited) ? full : null
}
