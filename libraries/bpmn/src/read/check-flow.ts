import type { Draft } from './container.ts'
import type { DraftNode } from './nodes.ts'
import { type Reading, report } from './reading.ts'

function checkExclusive(reading: Reading, draft: Draft, node: DraftNode): void {
  if (node.outgoing.length < 2) return
  const bare = node.outgoing.filter(id => id !== node.defaultFlow && draft.flows.get(id)?.condition === undefined)
  const [only] = bare
  // One flow without condition can only mean: otherwise.
  if (bare.length === 1 && node.defaultFlow === undefined && only !== undefined) node.defaultFlow = only
  else for (const id of bare) report(reading, 'condition-missing', id, { gateway: node.id })
}

function refuseConditions(reading: Reading, draft: Draft, node: DraftNode): void {
  for (const id of node.outgoing)
    if (draft.flows.get(id)?.condition !== undefined) report(reading, 'condition-not-allowed', id, { gateway: node.id })
}

/** Why an event-based gateway may not lead to a node (BPMN clause 10.6.6); undefined when it may. */
function wrongTarget(target: DraftNode | undefined): string | undefined {
  const waits =
    target?.type === 'receive-task' ||
    (target?.type === 'catch-event' && !target.events?.some(event => event.type === 'link'))
  if (!target || !waits) return 'does not wait for an event'
  if (target.incoming.length > 1) return 'has other incoming flows'
  if (target.repetition) return 'is repeated'
  return target.boundaries && target.boundaries.length > 0 ? 'has boundary events' : undefined
}

function checkEventBased(reading: Reading, draft: Draft, node: DraftNode): void {
  for (const id of node.outgoing) {
    const target = draft.nodes.get(draft.flows.get(id)?.to ?? '')
    const wrong = wrongTarget(target)
    if (wrong !== undefined) report(reading, 'event-gateway', id, { gateway: node.id, target: wrong })
  }
}

/** Checks gateways, default flows, and that every scope can begin. */
export function checkFlow(reading: Reading, draft: Draft): void {
  for (const node of draft.nodes.values()) {
    if (node.type.endsWith('-gateway') && node.outgoing.length === 0) report(reading, 'no-end-of-gateway', node.id)
    if (node.type === 'exclusive-gateway') checkExclusive(reading, draft, node)
    if (node.type === 'event-based-gateway') checkEventBased(reading, draft, node)
    if (node.type === 'event-based-gateway' || node.type === 'parallel-gateway') refuseConditions(reading, draft, node)
    if (node.defaultFlow !== undefined) {
      if (!node.outgoing.includes(node.defaultFlow))
        report(reading, 'dangling-reference', node.id, { property: 'default', to: node.defaultFlow })
      else if (draft.flows.get(node.defaultFlow)?.condition !== undefined && node.type === 'exclusive-gateway') {
        report(reading, 'default-flow-conditional', node.defaultFlow, { gateway: node.id })
      }
    }
  }
  for (const scope of draft.scopes) {
    const inside = [...draft.nodes.values()].filter(node => node.scope === scope)
    const starts = inside.filter(node => node.type === 'start-event')
    const scopeNode = draft.nodes.get(scope)
    if (scopeNode?.type === 'event-sub-process' ? starts.length !== 1 : scopeNode && starts.length > 1) {
      report(reading, starts.length === 0 ? 'no-start' : 'several-starts', scope)
    } else if (starts.length === 0 && !inside.some(startsByItself)) report(reading, 'no-start', scope)
    if (starts.length > 0 && !scopeNode?.adHoc && reading.unreached === 'refuse')
      for (const node of inside)
        if (startsByItself(node) && node.instantiates === undefined) report(reading, 'not-reached', node.id)
  }
}

/** Whether a node gets a token when its scope starts and has no start event (BPMN clause 10.5.2). */
export function startsByItself(node: DraftNode): boolean {
  return (
    node.incoming.length === 0 &&
    !node.undoes &&
    node.type !== 'boundary-event' &&
    node.type !== 'event-sub-process' &&
    node.type !== 'start-event' &&
    !(node.type === 'catch-event' && node.events?.some(event => event.type === 'link'))
  )
}
