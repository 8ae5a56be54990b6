import { boundariesOf, type FlowNode, flowOf, type Model, nodeOf, nodesIn } from './model.ts'

/** Where a token can go on from a node: by its flows, by the boundary events on it, by a link. */
function onwards(model: Model, node: FlowNode): readonly string[] {
  const link = node.kind === 'intermediateThrowEvent' && node.events.find(event => event.type === 'link')
  const linked = link
    ? nodesIn(model, node.container).filter(
        other =>
          other.kind === 'intermediateCatchEvent' &&
          other.events.some(event => event.type === 'link' && event.name === link.name),
      )
    : []
  return [...boundariesOf(model, node.id), ...linked].flatMap(other => other.outgoing).concat(node.outgoing)
}

/** The flows on all paths from a node that do not visit the other. */
export function flowsAhead(model: Model, from: string, without: string): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (id: string) => {
    if (id === without) return
    for (const flow of onwards(model, nodeOf(model, id))) {
      if (found.has(flow)) continue
      found.add(flow)
      walk(flowOf(model, flow).to)
    }
  }
  walk(from)
  return found
}
