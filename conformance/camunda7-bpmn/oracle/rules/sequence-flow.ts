import { isTrue } from '../expression.ts'
import { type Flow, type FlowNode, flowOf, type Model, type Values } from '../model.ts'

/** The outgoing flows whose conditions hold, in the order of the file; one without a condition holds always. */
export function holdingFlows(model: Model, node: FlowNode, variables: Values): readonly Flow[] {
  return node.outgoing
    .map(id => flowOf(model, id))
    .filter(flow => flow.id !== node.defaultFlow && (flow.condition === undefined || isTrue(flow.condition, variables)))
}

/**
 * Clause 13.2.1: a token goes on every outgoing flow that has no condition or a true one. The default flow takes one when
 * none of the conditions of the others is true (the attribute `default`, tables 10.3 and 10.52). Null when there are flows
 * and none can be taken, which is an exception.
 */
export function flowsTaken(model: Model, node: FlowNode, holding: readonly Flow[]): readonly string[] | null {
  const { defaultFlow } = node
  const byDefault =
    defaultFlow !== undefined && model.flows.has(defaultFlow) && !holding.some(flow => flow.condition !== undefined)
  const taken = [...holding.map(flow => flow.id), ...(byDefault ? [defaultFlow] : [])]
  return taken.length > 0 || node.outgoing.length === 0 ? taken : null
}
