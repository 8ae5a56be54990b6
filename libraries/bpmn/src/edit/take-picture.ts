import { readDocument, writeDocument } from '../document/document.ts'
import { type Draft, type DraftElement, draftOf, held, listOf } from './draft.ts'

/**
 * Takes over what was done to the picture of a process elsewhere: where everything is drawn, what it is called, which ends flows have
 * and what boundary events are attached to. All else stays as the file has it, so a tool that knows less of BPMN loses nothing. A file
 * without a diagram gets the one that was made for it.
 */
export async function takePicture(before: string, after: string): Promise<string> {
  const [old, made] = [await readDocument(before), await readDocument(after)]
  if (old === undefined || made === undefined || old.lost.length > 0) return before
  const [own, other] = [draftOf(old), draftOf(made)]
  const taken = [takeNames(own, other), takeEnds(own, other), takePlaces(own, other)]
  return taken.includes(true) ? writeDocument(old) : before
}

function takeNames(own: Draft, other: Draft): boolean {
  let changed = false
  for (const [id, element] of own.byId) {
    const made = other.byId.get(id)
    for (const word of ['name', 'text']) {
      if (made === undefined || !(word in element) || element.get(word) === made.get(word)) continue
      element.set(word, made.get(word))
      changed = true
    }
  }
  return changed
}

const ENDS = [
  ['sourceRef', 'outgoing'],
  ['targetRef', 'incoming'],
] as const

function takeEnds(own: Draft, other: Draft): boolean {
  let changed = false
  for (const [id, element] of own.byId) {
    const made = other.byId.get(id)
    if (made === undefined) continue
    const moves =
      element.$type === 'bpmn:SequenceFlow'
        ? ENDS
        : element.$type === 'bpmn:BoundaryEvent'
          ? [['attachedToRef', null] as const]
          : []
    for (const [end, list] of moves) {
      const [was, is] = [held(element, end), own.byId.get(held(made, end)?.id ?? '')]
      if (is === undefined || was === is) continue
      if (list !== null && was !== undefined)
        was.set(
          list,
          listOf(was, list).filter(flow => flow !== element),
        )
      if (list !== null) listOf(is, list).push(element)
      element.set(end, is)
      changed = true
    }
  }
  return changed
}

function takePlaces(own: Draft, other: Draft): boolean {
  if (other.plane === null) return false
  if (own.plane === null) {
    own.definitions.set('diagrams', listOf(other.definitions, 'diagrams'))
    return true
  }
  let changed = false
  for (const [id, shape] of own.drawn) {
    const made = other.drawn.get(id)
    if (made === undefined || drawnAs(shape) === drawnAs(made)) continue
    const { $model } = shape
    const box = held(made, 'bounds')
    const label = held(made, 'label')
    const words = label === undefined ? undefined : held(label, 'bounds')
    if (shape.$type === 'bpmndi:BPMNEdge')
      shape.set(
        'waypoint',
        listOf(made, 'waypoint').map(point => $model.create('dc:Point', pick(point, ['x', 'y']))),
      )
    else if (box !== undefined) shape.set('bounds', $model.create('dc:Bounds', pick(box, BOX)))
    if (words !== undefined) {
      const place = held(shape, 'label') ?? $model.create('bpmndi:BPMNLabel')
      place.set('bounds', $model.create('dc:Bounds', pick(words, BOX)))
      shape.set('label', place)
    }
    changed = true
  }
  return changed
}

const BOX = ['x', 'y', 'width', 'height']

function pick(element: DraftElement, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map(name => [name, Math.round(Number(element.get(name)))]))
}

/** Where something is drawn, as text. */
function drawnAs(shape: DraftElement): string {
  const label = held(shape, 'label')
  const boxes = [held(shape, 'bounds'), label === undefined ? undefined : held(label, 'bounds')]
  const points = shape.$type === 'bpmndi:BPMNEdge' ? listOf(shape, 'waypoint') : []
  return JSON.stringify([
    boxes.map(box => (box === undefined ? null : pick(box, BOX))),
    points.map(point => pick(point, ['x', 'y'])),
  ])
}
