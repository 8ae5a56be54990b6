import type { Node, Process } from '@tereze/bpmn'

/** What a node does, whatever it is called. */
function workOf({ type, attributes }: Node): string {
  return JSON.stringify([type, attributes.step, attributes.ref, attributes.decision, attributes.form, attributes.role])
}

/**
 * The node of another version that stands for a node: of the same id, else the only one of its type with its name, else the only
 * one that does the same work; null when there is none, or several.
 */
export function suggestTarget(from: Process, to: Process, id: string): string | null {
  const node = from.nodes[id]
  if (node === undefined) return null
  if (to.nodes[id]?.type === node.type) return id
  const fresh = Object.values(to.nodes).filter(candidate => candidate.type === node.type && !from.nodes[candidate.id])
  const only = (found: readonly Node[]) => (found.length === 1 ? (found[0]?.id ?? null) : null)
  return (
    only(fresh.filter(({ name }) => name !== undefined && name === node.name)) ??
    only(fresh.filter(candidate => workOf(candidate) === workOf(node)))
  )
}
