import { changedProcess, type Draft, type DraftElement, freshId, held, listOf } from './draft.ts'
import {
  type Box,
  boxOf,
  drawBetween,
  drawFlow,
  drawShape,
  GAP,
  makeRoom,
  sizeOf,
  undraw,
  undrawInside,
} from './draw.ts'
import { aim, containerOf, dropFlow, flowsOf, isNode, lanesOf, newFlow, put, without } from './graph.ts'
import { platformSteps, type StepKind } from './platform-steps.ts'

/** A new step: its kind, and its name in the language of the file's author. */
export interface NewStep {
  readonly kind: StepKind
  readonly name: string
}

function madeStep(draft: Draft, model: DraftElement['$model'], { kind, name }: NewStep): DraftElement {
  const { type, settings } = platformSteps[kind]
  const id = freshId(draft, kind)
  const definitions =
    kind === 'wait' ? { eventDefinitions: [model.create('bpmn:TimerEventDefinition', { id: `${id}-timer` })] } : {}
  const element = model.create(type, { id, name, ...definitions })
  for (const [setting, value] of Object.entries(settings)) element.$attrs[`${draft.prefix}:${setting}`] = value
  return element
}

/**
 * Puts a step behind a node. Where one flow leads out of the node, the step stands on it; otherwise a flow of its own leads to
 * it. What stands behind is moved to make room.
 */
export function addStep(xml: string, after: string, step: NewStep): Promise<string> {
  return changedProcess(xml, draft => {
    const node = draft.byId.get(after)
    if (!isNode(node) || node.$type === 'bpmn:EndEvent') return false
    const element = madeStep(draft, node.$model, step)
    const outgoing = flowsOf(draft, node, 'sourceRef')
    const [only] = outgoing
    const split = outgoing.length === 1 && only !== undefined && node.$type !== 'bpmn:ExclusiveGateway'
    const before = step.kind === 'agree' ? taskBefore(draft, node) : undefined
    if (before !== undefined) element.$attrs[`${draft.prefix}:otherThan`] = before
    put(containerOf(node), element)
    draft.byId.set(element.id as string, element)
    for (const lane of lanesOf(draft, node)) listOf(lane, 'flowNodeRef').push(element)
    const from = boxOf(draft, after)
    const place = from === undefined ? undefined : placeAfter(from, step.kind, split ? 0 : outgoing.length)
    const target = split ? held(only, 'targetRef') : undefined
    if (split && from !== undefined && place !== undefined)
      makeRoom(draft, after, from.x + from.width, place.width + GAP)
    if (place !== undefined) drawShape(draft, element, place, after)
    if (split && target !== undefined && step.kind !== 'end') {
      aim(only, element)
      const next = newFlow(draft, element, target, freshId(draft, `${element.id}-then`))
      drawBetween(draft, only, from, place)
      drawBetween(draft, next, place, boxOf(draft, target.id ?? ''))
    } else if (split) {
      aim(only, element)
      drawBetween(draft, only, from, place)
    } else {
      const flow = newFlow(draft, node, element, freshId(draft, `${after}-to-${element.id}`))
      drawBetween(draft, flow, from, place)
    }
    return true
  })
}

/** The nearest task of a person at or before a node. */
function taskBefore(draft: Draft, node: DraftElement): string | undefined {
  const seen = new Set<DraftElement>()
  const open = [node]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (next.$type === 'bpmn:UserTask') return next.id
    if (seen.has(next)) continue
    seen.add(next)
    const ways = flowsOf(draft, next, 'targetRef').map(flow => held(flow, 'sourceRef'))
    open.push(...[...ways, held(next, 'attachedToRef')].filter(other => other !== undefined))
  }
  return undefined
}

function placeAfter(from: Box, kind: StepKind, row: number): Box {
  const size = sizeOf(platformSteps[kind].type)
  const middle = from.y + from.height / 2 + row * 110
  return { x: from.x + from.width + GAP, y: middle - size.height / 2, ...size }
}

/** Puts a term on a task: when it is over, the task ends and the process goes on to an end of its own, to be led on from there. */
export function addTimeLimit(
  xml: string,
  at: string,
  names: { readonly limit: string; readonly end: string },
): Promise<string> {
  return changedProcess(xml, draft => {
    const node = draft.byId.get(at)
    if (!isNode(node) || !/Task$|SubProcess$|CallActivity$/u.test(node.$type)) return false
    const id = freshId(draft, `${at}-overdue`)
    const event = node.$model.create('bpmn:BoundaryEvent', {
      id,
      name: names.limit,
      attachedToRef: node,
      cancelActivity: true,
      eventDefinitions: [node.$model.create('bpmn:TimerEventDefinition', { id: `${id}-timer` })],
    })
    event.$attrs[`${draft.prefix}:term`] = '{"workingDays":10}'
    const end = node.$model.create('bpmn:EndEvent', { id: freshId(draft, `${id}-end`), name: names.end })
    for (const element of [event, end]) {
      put(containerOf(node), element)
      draft.byId.set(element.id as string, element)
      for (const lane of lanesOf(draft, node)) listOf(lane, 'flowNodeRef').push(element)
    }
    const flow = newFlow(draft, event, end, freshId(draft, `${id}-then`))
    const box = boxOf(draft, at)
    if (box === undefined) return true
    const small = sizeOf(event.$type)
    const place = { x: box.x + box.width / 2 - small.width / 2, y: box.y + box.height - small.height / 2, ...small }
    const last = { x: box.x + box.width + GAP / 2, y: box.y + box.height + GAP, ...small }
    drawShape(draft, event, place, at)
    drawShape(draft, end, last, at)
    const below = { x: place.x + place.width / 2, y: last.y + last.height / 2 }
    drawFlow(draft, flow, [{ x: below.x, y: place.y + place.height }, below, { x: last.x, y: below.y }])
    return true
  })
}

/**
 * Removes a node, with what is attached to it. Where exactly one flow leads out of it, what led to it leads on to where that did;
 * otherwise its flows go too.
 */
export function removeStep(xml: string, id: string): Promise<string> {
  return changedProcess(xml, draft => {
    const node = draft.byId.get(id)
    if (!isNode(node)) return false
    for (const other of [...draft.byId.values()])
      if (other.$type === 'bpmn:BoundaryEvent' && held(other, 'attachedToRef') === node) drop(draft, other)
    const incoming = flowsOf(draft, node, 'targetRef')
    const outgoing = flowsOf(draft, node, 'sourceRef')
    const target = outgoing.length === 1 && outgoing[0] !== undefined ? held(outgoing[0], 'targetRef') : undefined
    if (target !== undefined && target !== node)
      for (const flow of incoming) {
        aim(flow, target)
        const from = held(flow, 'sourceRef')
        drawBetween(draft, flow, boxOf(draft, from?.id ?? ''), boxOf(draft, target.id ?? ''))
      }
    drop(draft, node)
    return true
  })
}

function drop(draft: Draft, node: DraftElement): void {
  if ('flowElements' in node) {
    for (const inner of [...listOf(node, 'flowElements')]) {
      undraw(draft, inner.id ?? '')
      if (isNode(inner)) drop(draft, inner)
    }
    undrawInside(draft, node.id ?? '')
  }
  for (const flow of [...flowsOf(draft, node, 'targetRef'), ...flowsOf(draft, node, 'sourceRef')]) dropFlow(draft, flow)
  for (const lane of lanesOf(draft, node)) without(lane, 'flowNodeRef', node)
  without(containerOf(node), 'flowElements', node)
  undraw(draft, node.id ?? '')
  draft.byId.delete(node.id ?? '')
}
