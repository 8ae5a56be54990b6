import type { LineageGraph, LineageNode } from '@tereze/meta-model'
import { lineageStages } from '@tereze/meta-model'

/** The places of one package at one step, in the order of the graph. */
export interface LineageGroup {
  readonly id: string
  readonly stage: LineageNode['stage']
  readonly package: LineageNode['package']
  readonly places: readonly string[]
  readonly own: boolean
}

/**
 * A graph of places drawn together to one of packages: a box for each package at each step, in the order of the steps, and the
 * ways between boxes once each.
 * @param seeds ids of the nodes that the graph was asked for.
 */
export function groupLineage(
  { nodes, edges }: LineageGraph,
  seeds: ReadonlySet<string>,
): { groups: LineageGroup[]; edges: { from: string; to: string }[] } {
  const boxOf = new Map<string, string>()
  const groups = new Map<string, LineageGroup & { places: string[]; own: boolean }>()
  for (const node of nodes) {
    const id = `${node.stage}:${node.package.id}`
    boxOf.set(node.id, id)
    const group = groups.get(id) ?? { id, stage: node.stage, package: node.package, places: [], own: false }
    group.places.push(node.place)
    group.own ||= seeds.has(node.id)
    groups.set(id, group)
  }
  const ways = new Map<string, { from: string; to: string }>()
  for (const edge of edges) {
    const [from, to] = [boxOf.get(edge.from), boxOf.get(edge.to)]
    if (from !== undefined && to !== undefined && from !== to) ways.set(`${from} ${to}`, { from, to })
  }
  return {
    groups: lineageStages.flatMap(stage => [...groups.values()].filter(group => group.stage === stage)),
    edges: [...ways.values()],
  }
}
