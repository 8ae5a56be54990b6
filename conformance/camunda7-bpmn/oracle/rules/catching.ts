import { type EventDefinition, type FlowNode, nodeOf, nodesIn } from '../model.ts'
import type { Oracle, Scope, Token } from '../state.ts'

/** Whether a thrown code is caught; a catcher without a code catches any (clauses 10.4.5 and 10.4.6). */
const catches = (event: EventDefinition, code: string | undefined) => event.code === undefined || event.code === code

function catcherAmong(
  nodes: readonly FlowNode[],
  type: 'error' | 'escalation',
  code: string | undefined,
): { readonly node: FlowNode; readonly event: EventDefinition } | undefined {
  const found = nodes.flatMap(node =>
    node.events.filter(event => event.type === type && catches(event, code)).map(event => ({ node, event })),
  )
  return found.find(({ event }) => event.code !== undefined) ?? found[0]
}

/** Where something thrown is caught. */
export type Caught =
  | { readonly by: 'handler'; readonly handler: FlowNode; readonly scope: Scope; readonly event: EventDefinition }
  | { readonly by: 'boundary'; readonly boundary: FlowNode; readonly host: Token; readonly event: EventDefinition }

const boundaryEvents = (oracle: Oracle, host: Token) =>
  [...oracle.model.nodes.values()].filter(node => node.attachedTo === host.node.id)

/** The boundary event of an activity that catches. */
export function caughtAtActivity(
  oracle: Oracle,
  token: Token,
  type: 'error' | 'escalation',
  code: string | undefined,
): Caught | null {
  const host = token.whole ?? token
  const found = catcherAmong(boundaryEvents(oracle, host), type, code)
  return found ? { by: 'boundary', boundary: found.node, host, event: found.event } : null
}

/**
 * Clauses 10.4.6 and 13.4.3, 13.4.4: what is thrown goes outwards to the innermost scope that catches it: an event
 * sub-process inside the scope first, then a boundary event of the activity; from a called process to its call activity.
 * An event sub-process does not catch what it throws itself.
 */
export function caughtAbove(
  oracle: Oracle,
  scope: Scope,
  type: 'error' | 'escalation',
  code: string | undefined,
  fromHandler = false,
): Caught | null {
  if (!fromHandler && !scope.interrupted) {
    const starts = nodesIn(oracle.model, scope.container)
      .filter(node => node.eventSubProcess)
      .flatMap(node => nodesIn(oracle.model, node.id).filter(inside => inside.kind === 'startEvent'))
    const found = catcherAmong(starts, type, code)
    if (found) return { by: 'handler', handler: nodeOf(oracle.model, found.node.container), scope, event: found.event }
  }
  const { owner } = scope
  if (!owner) return null
  if (owner.node.eventSubProcess) return caughtAbove(oracle, owner.scope, type, code, true)
  return caughtAtActivity(oracle, owner, type, code) ?? caughtAbove(oracle, owner.scope, type, code)
}
