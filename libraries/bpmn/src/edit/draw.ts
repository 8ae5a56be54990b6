import { type Draft, type DraftElement, held, listOf } from './draft.ts'

/** A box of the diagram. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Room between two elements in a row. */
export const GAP = 60

/** How large elements of a kind are drawn. */
export function sizeOf(type: string): { readonly width: number; readonly height: number } {
  if (/Event$/u.test(type)) return { width: 36, height: 36 }
  return /Gateway$/u.test(type) ? { width: 50, height: 50 } : { width: 110, height: 80 }
}

/** Where an element is drawn; undefined where it is not. */
export function boxOf({ drawn }: Draft, id: string): Box | undefined {
  const shape = drawn.get(id)
  const bounds = shape === undefined ? undefined : held(shape, 'bounds')
  if (bounds === undefined) return undefined
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => Number(bounds.get(name))) as [
    number,
    number,
    number,
    number,
  ]
  return { x, y, width, height }
}

/** The plane on which an element is drawn: a sub-process may have one of its own. */
function planeOf({ drawn, plane }: Draft, id: string | undefined): DraftElement | null {
  return drawn.get(id ?? '')?.$parent ?? plane
}

/** Draws a new element beside another. Without a diagram nothing is drawn: it is laid out as a whole when it is shown. */
export function drawShape(draft: Draft, element: DraftElement, box: Box, beside: string): void {
  const plane = planeOf(draft, beside)
  if (plane === null) return
  const bounds = plane.$model.create('dc:Bounds', { ...box })
  const shape = plane.$model.create('bpmndi:BPMNShape', { id: `${element.id}-shape`, bpmnElement: element, bounds })
  listOf(plane, 'planeElement').push(shape)
  shape.$parent = plane
  draft.drawn.set(element.id ?? '', shape)
}

/** The corners from the right side of one box to the left side of another; around them where the other stands before it. */
export function wayBetween(from: Box, to: Box): { x: number; y: number }[] {
  const [start, end] = [
    { x: from.x + from.width, y: from.y + from.height / 2 },
    { x: to.x, y: to.y + to.height / 2 },
  ]
  if (end.x >= start.x) {
    if (start.y === end.y) return [start, end]
    const middle = Math.round((start.x + end.x) / 2)
    return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]
  }
  const below = Math.max(from.y + from.height, to.y + to.height) + GAP / 2
  return [
    { x: from.x + from.width / 2, y: from.y + from.height },
    { x: from.x + from.width / 2, y: below },
    { x: to.x + to.width / 2, y: below },
    { x: to.x + to.width / 2, y: to.y + to.height },
  ]
}

/** Draws a flow, or draws it anew. */
export function drawFlow(
  draft: Draft,
  flow: DraftElement,
  points: readonly { readonly x: number; readonly y: number }[],
): void {
  const { drawn } = draft
  const plane = planeOf(draft, held(flow, 'sourceRef')?.id)
  if (plane === null || points.length < 2) return
  const waypoint = points.map(point => plane.$model.create('dc:Point', { ...point }))
  const edge = drawn.get(flow.id ?? '')
  if (edge !== undefined) {
    edge.set('waypoint', waypoint)
    edge.set('label', undefined)
    return
  }
  listOf(plane, 'planeElement').push(
    plane.$model.create('bpmndi:BPMNEdge', { id: `${flow.id}-edge`, bpmnElement: flow, waypoint }),
  )
}

/** Draws a flow from one element to the other, if both are drawn. */
export function drawBetween(draft: Draft, flow: DraftElement, from: Box | undefined, to: Box | undefined): void {
  if (from !== undefined && to !== undefined) drawFlow(draft, flow, wayBetween(from, to))
}

/** Takes an element off the diagram. */
export function undraw(draft: Draft, id: string): void {
  const shape = draft.drawn.get(id)
  const plane = planeOf(draft, id)
  if (plane === null || shape === undefined) return
  plane.set(
    'planeElement',
    listOf(plane, 'planeElement').filter(other => other !== shape),
  )
}

/** Takes away the plane on which the inside of a sub-process is drawn. */
export function undrawInside({ definitions }: Draft, id: string): void {
  definitions.set(
    'diagrams',
    listOf(definitions, 'diagrams').filter(diagram => {
      const plane = held(diagram, 'plane')
      return plane === undefined || held(plane, 'bpmnElement')?.id !== id
    }),
  )
}

/** Moves everything that stands at or behind a line to the right, where an element is drawn: boxes, words and corners. */
export function makeRoom(draft: Draft, beside: string, from: number, by: number): void {
  const plane = planeOf(draft, beside)
  for (const element of plane === null ? [] : listOf(plane, 'planeElement')) {
    const label = held(element, 'label')
    const boxes = [held(element, 'bounds'), label === undefined ? undefined : held(label, 'bounds')]
    const points = element.$type === 'bpmndi:BPMNEdge' ? listOf(element, 'waypoint') : []
    for (const place of [...boxes, ...points]) {
      const x = place === undefined ? undefined : Number(place.get('x'))
      if (place !== undefined && x !== undefined && x >= from) place.set('x', x + by)
    }
  }
}
