import { isTrue } from '../expression.ts'
import { type FlowNode, flowOf, type Model, type Values } from '../model.ts'
import { flowsAhead } from '../paths.ts'
import type { Scope } from '../state.ts'

/** What a complex gateway does: it fires when enough came, or resets when no more can come. */
export interface ComplexMove {
  readonly phase: 'fire' | 'reset'
  readonly consumes: readonly string[]
}

/**
 * Clause 13.3.5, table 13.5: waiting for start, it fires as soon as its activation condition is true, taking a token from
 * each incoming flow that has one. Then it waits for the other flows as an inclusive gateway would, takes what came and
 * starts anew.
 */
export function complexJoin(model: Model, scope: Scope, gateway: FlowNode, variables: Values): ComplexMove | null {
  const full = gateway.incoming.filter(flow => scope.onFlows.includes(flow))
  const consumed = scope.resetting.get(gateway.id)
  if (!consumed) {
    const count = scope.onFlows.filter(flow => gateway.incoming.includes(flow)).length
    const holds = full.length > 0 && isTrue(gateway.activation ?? 'false', { ...variables, activationCount: count })
    return holds ? { phase: 'fire', consumes: full } : null
  }
  const late = full.filter(flow => !consumed.has(flow))
  const awaited = (ahead: ReadonlySet<string>) =>
    gateway.incoming.some(flow => ahead.has(flow) && !consumed.has(flow) && !late.includes(flow)) &&
    !gateway.incoming.some(flow => ahead.has(flow) && (consumed.has(flow) || late.includes(flow)))
  const starts = [
    ...scope.onFlows.map(flow => new Set([flow, ...flowsAhead(model, flowOf(model, flow).to, gateway.id)])),
    ...scope.tokens.map(token => flowsAhead(model, token.node.id, gateway.id)),
  ]
  return starts.some(awaited) ? null : { phase: 'reset', consumes: late }
}

/**
 * Clause 13.3.5: when it resets, the conditions decide again, with `waitingForStart` false; the default flow takes a token
 * when none is true, and no exception is thrown. Flows without a condition are not said to take a second token.
 */
export function flowsOnReset(model: Model, gateway: FlowNode, variables: Values): readonly string[] {
  const holding = gateway.outgoing.filter(id => {
    const { condition } = flowOf(model, id)
    return id !== gateway.defaultFlow && condition !== undefined && isTrue(condition, variables)
  })
  return holding.length === 0 && gateway.defaultFlow !== undefined ? [gateway.defaultFlow] : holding
}
