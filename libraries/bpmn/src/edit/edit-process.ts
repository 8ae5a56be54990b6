import { changedProcess, type Draft, type DraftElement, freshId, held, listOf } from './draft.ts'
import { type Box, boxOf, drawBetween, drawFlow, drawShape, GAP, makeRoom, sizeOf, undraw } from './draw.ts'
import { platformSteps, type StepKind } from './platform-steps.ts'

const FORMAL = 'bpmn:FormalExpression'

/** Flows and nodes name one another: what leads into a node, and what out of it. */
function flowsOf(draft: Draft, node: DraftElement, end: 'sourceRef' | 'targetRef'): DraftElement[] {
  return [...draft.byId.values()].filter(
    other => other.$type === 'bpmn:SequenceFlow' && held(other, end)?.id === node.id,
  )
}

function isNode(element: DraftElement | undefined): element is DraftElement {
  return (
    element !== undefined &&
    /Task$|Event$|Gateway$|SubProcess$|^bpmn:(?:CallActivity|Transaction)$/u.test(element.$type)
  )
}

function containerOf(element: DraftElement): DraftElement {
  return element.$parent as DraftElement
}

function put(container: DraftElement, element: DraftElement): void {
  listOf(container, 'flowElements').push(element)
  element.$parent = container
}

function without(element: DraftElement, property: string, gone: DraftElement): void {
  const list = listOf(element, property)
  if (list.includes(gone))
    element.set(
      property,
      list.filter(other => other !== gone),
    )
}

function newFlow(draft: Draft, from: DraftElement, to: DraftElement, id: string): DraftElement {
  const flow = from.$model.create('bpmn:SequenceFlow', { id, sourceRef: from, targetRef: to })
  put(containerOf(from), flow)
  listOf(from, 'outgoing').push(flow)
  listOf(to, 'incoming').push(flow)
  ;(draft.byId as Map<string, DraftElement>).set(id, flow)
  return flow
}

function aim(flow: DraftElement, to: DraftElement): void {
  const before = held(flow, 'targetRef')
  if (before !== undefined) without(before, 'incoming', flow)
  flow.set('targetRef', to)
  listOf(to, 'incoming').push(flow)
}

function dropFlow(draft: Draft, flow: DraftElement): void {
  const [from, to] = [held(flow, 'sourceRef'), held(flow, 'targetRef')]
  if (from !== undefined) {
    without(from, 'outgoing', flow)
    if ('default' in from && held(from, 'default') === flow) from.set('default', undefined)
  }
  if (to !== undefined) without(to, 'incoming', flow)
  without(containerOf(flow), 'flowElements', flow)
  undraw(draft, flow.id ?? '')
  ;(draft.byId as Map<string, DraftElement>).delete(flow.id ?? '')
}

/** Lanes that name a node. */
function lanesOf(draft: Draft, node: DraftElement): DraftElement[] {
  return [...draft.byId.values()]
    .filter(({ $type }) => $type === 'bpmn:Process')
    .flatMap(process => listOf(process, 'laneSets'))
    .flatMap(set => listOf(set, 'lanes'))
    .filter(lane => listOf(lane, 'flowNodeRef').includes(node))
}

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
    put(containerOf(node), element)
    ;(draft.byId as Map<string, DraftElement>).set(element.id as string, element)
    for (const lane of lanesOf(draft, node)) listOf(lane, 'flowNodeRef').push(element)
    const from = boxOf(draft, after)
    const place = from === undefined ? undefined : placeAfter(from, step.kind, split ? 0 : outgoing.length)
    const target = split ? held(only, 'targetRef') : undefined
    if (split && from !== undefined && place !== undefined) makeRoom(draft, from.x + from.width, place.width + GAP)
    if (place !== undefined) drawShape(draft, element, place)
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
      ;(draft.byId as Map<string, DraftElement>).set(element.id as string, element)
      for (const lane of lanesOf(draft, node)) listOf(lane, 'flowNodeRef').push(element)
    }
    const flow = newFlow(draft, event, end, freshId(draft, `${id}-then`))
    const box = boxOf(draft, at)
    if (box === undefined) return true
    const small = sizeOf(event.$type)
    const place = { x: box.x + box.width / 2 - small.width / 2, y: box.y + box.height - small.height / 2, ...small }
    const last = { x: box.x + box.width + GAP / 2, y: box.y + box.height + GAP, ...small }
    drawShape(draft, event, place)
    drawShape(draft, end, last)
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
  for (const flow of [...flowsOf(draft, node, 'targetRef'), ...flowsOf(draft, node, 'sourceRef')]) dropFlow(draft, flow)
  for (const lane of lanesOf(draft, node)) without(lane, 'flowNodeRef', node)
  without(containerOf(node), 'flowElements', node)
  undraw(draft, node.id ?? '')
  ;(draft.byId as Map<string, DraftElement>).delete(node.id ?? '')
}

/** Leads a flow from one node to another of the same process or sub-process. */
export function connectSteps(xml: string, from: string, to: string): Promise<string> {
  return changedProcess(xml, draft => {
    const [source, target] = [draft.byId.get(from), draft.byId.get(to)]
    if (!isNode(source) || !isNode(target) || containerOf(source) !== containerOf(target)) return false
    if (source.$type === 'bpmn:EndEvent' || target.$type === 'bpmn:StartEvent' || target.$type === 'bpmn:BoundaryEvent')
      return false
    if (flowsOf(draft, source, 'sourceRef').some(flow => held(flow, 'targetRef') === target)) return false
    const flow = newFlow(draft, source, target, freshId(draft, `${from}-to-${to}`))
    drawBetween(draft, flow, boxOf(draft, from), boxOf(draft, to))
    return true
  })
}

/** Removes a flow. */
export function removeFlow(xml: string, id: string): Promise<string> {
  return changedProcess(xml, draft => {
    const flow = draft.byId.get(id)
    if (flow?.$type !== 'bpmn:SequenceFlow') return false
    dropFlow(draft, flow)
    return true
  })
}

/** Sets the name of a node or flow; blank takes it away. */
export function setElementName(xml: string, id: string, name: string): Promise<string> {
  return changedProcess(xml, draft => {
    const element = draft.byId.get(id)
    if (element === undefined || (element.get('name') ?? '') === name) return false
    element.set('name', name.trim() === '' ? undefined : name)
    return true
  })
}

/** Sets a setting of a node (`tereze:` attribute); null takes it away. */
export function setStepSetting(xml: string, id: string, setting: string, value: string | null): Promise<string> {
  return changedProcess(xml, draft => {
    const element = draft.byId.get(id)
    const name = `${draft.prefix}:${setting}`
    if (element === undefined || (element.$attrs[name] ?? null) === value) return false
    if (value === null) delete element.$attrs[name]
    else element.$attrs[name] = value
    return true
  })
}

/** Sets the condition of a flow, FEEL; null takes it away. A flow with a condition is no default any more. */
export function setCondition(xml: string, id: string, feel: string | null): Promise<string> {
  return changedProcess(xml, draft => {
    const flow = draft.byId.get(id)
    if (flow?.$type !== 'bpmn:SequenceFlow') return false
    const source = held(flow, 'sourceRef')
    if (feel === null || feel.trim() === '') flow.set('conditionExpression', undefined)
    else {
      flow.set('conditionExpression', flow.$model.create(FORMAL, { body: feel }))
      if (source !== undefined && held(source, 'default') === flow) source.set('default', undefined)
    }
    return true
  })
}

/** Makes a flow the one that is taken when no condition holds; it has no condition then. */
export function setDefaultFlow(xml: string, id: string): Promise<string> {
  return changedProcess(xml, draft => {
    const flow = draft.byId.get(id)
    const source = flow?.$type === 'bpmn:SequenceFlow' ? held(flow, 'sourceRef') : undefined
    if (flow === undefined || source === undefined || held(source, 'default') === flow) return false
    source.set('default', flow)
    flow.set('conditionExpression', undefined)
    return true
  })
}

/** Sets until when an event waits: a term of working or calendar days as JSON or FEEL (`term`), or a day as FEEL (`date`). */
export function setWait(
  xml: string,
  id: string,
  until: { readonly kind: 'term' | 'date'; readonly text: string },
): Promise<string> {
  return changedProcess(xml, draft => {
    const event = draft.byId.get(id)
    const timer = event === undefined || !/Event$/u.test(event.$type) ? undefined : listOf(event, 'eventDefinitions')[0]
    if (event === undefined || timer?.$type !== 'bpmn:TimerEventDefinition') return false
    const name = `${draft.prefix}:term`
    for (const other of ['timeDate', 'timeDuration', 'timeCycle']) timer.set(other, undefined)
    delete event.$attrs[name]
    if (until.kind === 'term') event.$attrs[name] = until.text
    else timer.set('timeDate', timer.$model.create(FORMAL, { body: until.text }))
    return true
  })
}
