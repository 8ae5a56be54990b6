/** The steps that data take, in their order: where they are kept, promised, fetched, put, asked for by a rule, decided, and used. */
export const lineageStages = [
  'register-field',
  'contract-field',
  'source',
  'case-field',
  'decision-input',
  'decision',
  'result',
] as const
/** One of the steps. */
export type LineageStage = (typeof lineageStages)[number]

/** A place that data pass. */
export interface LineageNode {
  /** Unique in the graph. */
  readonly id: string
  readonly stage: LineageStage
  /** The package that it belongs to. */
  readonly package: { readonly kind: string; readonly id: string }
  /** Where it is in the package: a pointer into data, or the id of a source, a decision or a result. */
  readonly place: string
  /** The id of the concept of a field. */
  readonly concept: string | null
}

/** Data go from one place to another. */
export interface LineageEdge {
  readonly from: string
  readonly to: string
}

/** Places and the ways between them. A register may come after a result: what a service writes is read by others. */
export interface LineageGraph {
  readonly nodes: readonly LineageNode[]
  readonly edges: readonly LineageEdge[]
}

type Links = ReadonlyMap<string, readonly string[]>

/** Everything that seeds lead to; a node that is not `isPassed` is reached, but not gone through. */
function reachable(seeds: readonly string[], next: Links, isPassed: (id: string) => boolean): Set<string> {
  const seen = new Set(seeds)
  const open = [...seen]
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const other of next.get(id) ?? [])
      if (!seen.has(other)) {
        seen.add(other)
        if (isPassed(other)) open.push(other)
      }
  return seen
}

function linksOf(edges: readonly LineageEdge[], from: 'from' | 'to', to: 'from' | 'to'): Map<string, string[]> {
  const links = new Map<string, string[]>()
  for (const edge of edges) links.set(edge[from], [...(links.get(edge[from]) ?? []), edge[to]])
  return links
}

/**
 * The part of a graph that some places belong to: they, all that their data come from, and all that comes of them; but not what
 * else flows into what comes of them. A register is where one way ends and the next begins: who writes into one is shown, but not
 * where that came from, and a register that is written is shown, but not who reads it. Nodes and edges keep their order.
 * @param seeds ids of nodes; those that the graph does not have are passed over.
 */
export function lineageAround({ nodes, edges }: LineageGraph, seeds: readonly string[]): LineageGraph {
  const kept = new Map(nodes.map(node => [node.id, node.stage === 'register-field']))
  const begin = seeds.filter(id => kept.has(id))
  const sources = linksOf(edges, 'to', 'from')
  const writers = begin.filter(id => kept.get(id)).flatMap(id => sources.get(id) ?? [])
  const isPassed = (id: string) => kept.get(id) === false
  const before = reachable(begin.filter(isPassed), sources, isPassed)
  const after = reachable(begin, linksOf(edges, 'from', 'to'), isPassed)
  const shown = new Set([...before, ...after, ...writers])
  return {
    nodes: nodes.filter(({ id }) => shown.has(id)),
    edges: edges.filter(
      ({ from, to }) =>
        (before.has(from) && before.has(to)) ||
        (after.has(from) && after.has(to)) ||
        (begin.includes(to) && writers.includes(from)),
    ),
  }
}
