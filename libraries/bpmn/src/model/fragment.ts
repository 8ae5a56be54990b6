import type { Node, Process } from './process.ts'

/** The nodes inside an activity, at any depth, and itself. */
function within(process: Process, activity: string): ReadonlySet<string> {
  const found = new Set([activity])
  const isInside = (node: Node): boolean => {
    const around = process.nodes[node.scope]
    return found.has(node.scope) || (around !== undefined && isInside(around))
  }
  for (const node of Object.values(process.nodes)) if (isInside(node)) found.add(node.id)
  return found
}

/**
 * One instance of a repeated activity as a process of its own, without the repetition, the flows and the boundary events
 * of the activity, which stay with the whole. What a `child-instance` effect with a `fragment` asks to be run; its `ended`
 * effect carries what the instance contributes.
 * @throws Error when the process has no such activity.
 */
export function fragmentOf(process: Process, activity: string): Process {
  const node = process.nodes[activity]
  if (!node) throw new Error(`no activity ${activity}`)
  const id = `${process.id}/${activity}`
  const inside = within(process, activity)
  const { repetition, boundaries: _, defaultFlow: __, ...rest } = node
  const only: Node = { ...rest, scope: id, incoming: [], outgoing: [] }
  const result = repetition?.kind === 'multiple' ? repetition.output?.element : undefined
  const inner = Object.entries(process.nodes).filter(([key]) => inside.has(key) && key !== activity)
  return {
    format: 1,
    id,
    attributes: process.attributes,
    nodes: { [activity]: only, ...Object.fromEntries(inner) },
    flows: Object.fromEntries(
      Object.entries(process.flows).filter(([, { from }]) => from !== activity && inside.has(from)),
    ),
    scopes: {
      [id]: { starts: [activity], eventSubProcesses: [] },
      ...Object.fromEntries(Object.entries(process.scopes).filter(([key]) => inside.has(key))),
    },
    lanes: process.lanes,
    instanceOf: { node: activity, ...(result === undefined ? {} : { result }) },
    beginnings: [{ node: id, events: [] }],
  }
}
