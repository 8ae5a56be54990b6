import type { Draft } from './container.ts'
import { isActivity } from './nodes.ts'
import { type Reading, report } from './reading.ts'

/** Connects flows to nodes, boundary events to activities, and activities to those that undo them. */
export function connect(reading: Reading, draft: Draft): void {
  for (const flow of draft.flows.values()) {
    const from = draft.nodes.get(flow.from)
    const to = draft.nodes.get(flow.to)
    if (!from || !to || from.scope !== to.scope) {
      report(reading, 'flow-not-allowed', flow.id, { from: flow.from, to: flow.to })
      continue
    }
    from.outgoing.push(flow.id)
    to.incoming.push(flow.id)
    const startless =
      to.type === 'start-event' || to.type === 'boundary-event' || to.type === 'event-sub-process' || to.undoes
    const endless = from.type === 'end-event' || from.type === 'event-sub-process' || from.undoes
    const link = (node: typeof from) => node.events?.some(event => event.type === 'link') ?? false
    if (
      startless ||
      endless ||
      (from.type === 'throw-event' && link(from)) ||
      (to.type === 'catch-event' && link(to))
    ) {
      report(reading, 'flow-not-allowed', flow.id, { from: flow.from, to: flow.to })
    }
  }
  for (const node of draft.nodes.values()) {
    if (node.attachedTo === undefined) continue
    const activity = draft.nodes.get(node.attachedTo)
    if (!activity || !isActivity(activity.type) || activity.scope !== node.scope) {
      report(reading, 'event-not-allowed', node.id, { at: node.attachedTo })
      continue
    }
    activity.boundaries ??= []
    activity.boundaries.push(node.id)
    if (node.events?.[0]?.type !== 'compensation') continue
    const partners = draft.associations.flatMap(({ from, to }) =>
      from === node.id ? [to] : to === node.id ? [from] : [],
    )
    const undo = partners.map(id => draft.nodes.get(id)).find(candidate => candidate && isActivity(candidate.type))
    if (!undo?.undoes || undo.scope !== node.scope) report(reading, 'compensation-without-handler', node.id)
    else node.undoneBy = undo.id
  }
}
