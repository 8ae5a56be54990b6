import { parse } from '../reader/parse.ts'
import { type SourceElement, sourceOf } from './source.ts'

/** An element of the graph of a model's requirements, with its place in units of DMN's diagrams. */
export interface GraphNode {
  readonly id: string
  readonly name: string
  readonly kind: 'decision' | 'input' | 'knowledge'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The decisions of a model, what they need, and where each stands (DMN 1.5 §6.2). */
export interface RequirementsGraph {
  readonly nodes: readonly GraphNode[]
  /** `to` needs `from`; ids of nodes. */
  readonly edges: readonly { readonly from: string; readonly to: string }[]
  readonly width: number
  readonly height: number
}

const SIZE = { decision: [180, 80], input: [130, 46], knowledge: [150, 46] } as const
const ACROSS = 40
const DOWN = 70
const MARGIN = 20

type Box = Omit<GraphNode, 'id' | 'name' | 'kind'>

/** The graph of a source; places are those of its diagram, or, where an element has none, laid out in rows. Null: no model. */
export function requirementsGraph(xml: string): RequirementsGraph | null {
  const read = parse(xml)
  const root = sourceOf(xml)
  if (!read.ok || root === null) return null
  const { model } = read
  const parts = [
    ...model.decisions.map(({ id, name }) => ({ id, name, kind: 'decision' as const })),
    ...model.inputs.map(({ id, name }) => ({ id, name, kind: 'input' as const })),
    ...model.knowledge.map(({ id, name }) => ({ id, name, kind: 'knowledge' as const })),
  ]
  const ids = new Set(parts.map(({ id }) => id))
  const edges = [...model.decisions, ...model.knowledge].flatMap(({ id, information, knowledge }) =>
    [...information, ...knowledge]
      .map(href => ({ from: href.replace(/^#/u, ''), to: id }))
      .filter(({ from }) => ids.has(from)),
  )
  const drawn = boxesIn(root)
  const places = parts.every(({ id }) => drawn.has(id)) ? drawn : rowsOf(parts, edges)
  const left = Math.min(...parts.map(({ id }) => places.get(id)?.x ?? 0)) - MARGIN
  const top = Math.min(...parts.map(({ id }) => places.get(id)?.y ?? 0)) - MARGIN
  const nodes = parts.map(part => {
    const box = places.get(part.id) as Box
    return { ...part, ...box, x: box.x - left, y: box.y - top }
  })
  return {
    nodes,
    edges,
    width: Math.max(0, ...nodes.map(({ x, width }) => x + width)) + MARGIN,
    height: Math.max(0, ...nodes.map(({ y, height }) => y + height)) + MARGIN,
  }
}

/** The bounds that the diagrams of a source give its elements, by id. */
function boxesIn(root: SourceElement): Map<string, Box> {
  const boxes = new Map<string, Box>()
  const open = [root]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    open.push(...element.children)
    const id = element.attributes.get('dmnElementRef')?.value.replace(/^.*:/u, '')
    const bounds = element.children.find(({ name }) => name === 'Bounds')
    if (element.name !== 'DMNShape' || id === undefined || bounds === undefined) continue
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name =>
      Number(bounds.attributes.get(name)?.value ?? Number.NaN),
    ) as [number, number, number, number]
    if ([x, y, width, height].every(Number.isFinite)) boxes.set(id, { x, y, width, height })
  }
  return boxes
}

/** Rows from what nobody needs, at the top, down to what needs nothing. */
function rowsOf(parts: readonly Pick<GraphNode, 'id' | 'kind'>[], edges: RequirementsGraph['edges']): Map<string, Box> {
  const depth = new Map(parts.map(({ id }) => [id, 0]))
  // A cycle is a fault of the model; it ends here by the number of rounds.
  for (let round = 0; round < parts.length; round++)
    for (const { from, to } of edges)
      depth.set(from, Math.min(parts.length, Math.max(depth.get(from) ?? 0, (depth.get(to) ?? 0) + 1)))
  const boxes = new Map<string, Box>()
  const rows = [...new Set(depth.values())].sort((a, b) => a - b)
  let y = 0
  for (const row of rows) {
    let x = 0
    for (const { id, kind } of parts) {
      if (depth.get(id) !== row) continue
      const [width, height] = SIZE[kind]
      boxes.set(id, { x, y, width, height })
      x += width + ACROSS
    }
    y += SIZE.decision[1] + DOWN
  }
  return boxes
}
