import { type Draft, type DraftElement, held, listOf } from './draft.ts'
import { undraw } from './draw.ts'

/** Flows and nodes name one another: what leads into a node, and what out of it. */
export function flowsOf(draft: Draft, node: DraftElement, end: 'sourceRef' | 'targetRef'): DraftElement[] {
  return [...draft.byId.values()].filter(
    other => other.$type === 'bpmn:SequenceFlow' && held(other, end)?.id === node.id,
  )
}

/** Whether an element is a flow node (BPMN 2.0 clause 10), so that flows may lead to or from it. */
export function isNode(element: DraftElement | undefined): element is DraftElement {
  return (
    element !== undefined &&
    /Task$|Event$|Gateway$|SubProcess$|^bpmn:(?:CallActivity|Transaction)$/u.test(element.$type)
  )
}

/** The process or sub-process in which an element stands. */
export function containerOf(element: DraftElement): DraftElement {
  return element.$parent as DraftElement
}

/** Puts an element into a process or sub-process, as the last. */
export function put(container: DraftElement, element: DraftElement): void {
  listOf(container, 'flowElements').push(element)
  element.$parent = container
}

/** Takes an element out of a list that another holds. */
export function without(element: DraftElement, property: string, gone: DraftElement): void {
  const list = listOf(element, property)
  if (list.includes(gone))
    element.set(
      property,
      list.filter(other => other !== gone),
    )
}

/** Leads a new flow from one node to another; both name it from then on. */
export function newFlow(draft: Draft, from: DraftElement, to: DraftElement, id: string): DraftElement {
  const flow = from.$model.create('bpmn:SequenceFlow', { id, sourceRef: from, targetRef: to })
  put(containerOf(from), flow)
  listOf(from, 'outgoing').push(flow)
  listOf(to, 'incoming').push(flow)
  draft.byId.set(id, flow)
  return flow
}

/** Lets a flow lead to another node than before. */
export function aim(flow: DraftElement, to: DraftElement): void {
  const before = held(flow, 'targetRef')
  if (before !== undefined) without(before, 'incoming', flow)
  flow.set('targetRef', to)
  listOf(to, 'incoming').push(flow)
}

/** Removes a flow from the process, from both its nodes and from the diagram. */
export function dropFlow(draft: Draft, flow: DraftElement): void {
  const [from, to] = [held(flow, 'sourceRef'), held(flow, 'targetRef')]
  if (from !== undefined) {
    without(from, 'outgoing', flow)
    if ('default' in from && held(from, 'default') === flow) from.set('default', undefined)
  }
  if (to !== undefined) without(to, 'incoming', flow)
  without(containerOf(flow), 'flowElements', flow)
  undraw(draft, flow.id ?? '')
  draft.byId.delete(flow.id ?? '')
}

/** Lanes that name a node. */
export function lanesOf(draft: Draft, node: DraftElement): DraftElement[] {
  return [...draft.byId.values()]
    .filter(({ $type }) => $type === 'bpmn:Process')
    .flatMap(process => listOf(process, 'laneSets'))
    .flatMap(set => listOf(set, 'lanes'))
    .filter(lane => listOf(lane, 'flowNodeRef').includes(node))
}
