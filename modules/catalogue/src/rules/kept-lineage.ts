import type { LineageGraph } from '@tereze/meta-model'
import type { Package, Packages } from '../contract/packages.ts'
import { lineageGraph } from './lineage-graph.ts'

interface Kept {
  readonly of: readonly (readonly Package[])[]
  readonly graph: LineageGraph
}

const kept = new WeakMap<Packages, Kept>()

/** The lineage of the published packages, drawn once for as long as they stay the same. */
export function keptLineage(packages: Packages): LineageGraph {
  const of = (['concept', 'register', 'contract', 'service'] as const).map(kind => packages.list(kind))
  const known = kept.get(packages)
  if (known?.of.every((list, index) => list === of[index])) return known.graph
  const graph = lineageGraph(packages)
  kept.set(packages, { of, graph })
  return graph
}
