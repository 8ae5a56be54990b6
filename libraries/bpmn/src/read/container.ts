import type { Flow, Lane } from '../model/process.ts'
import { bodyOf, type Element, manyOf, oneOf, textOf } from './element.ts'
import { readAttributes } from './extensions.ts'
import { type DraftNode, nodeTypeOf, readNode } from './nodes.ts'
import { idOf, type Reading, readExpression, report } from './reading.ts'

/** Everything found in a process and its sub-processes, before it is checked as a whole. */
export interface Draft {
  readonly nodes: Map<string, DraftNode>
  readonly flows: Map<string, Flow>
  readonly lanes: Lane[]
  /** The scopes: the process and every sub-process, outermost first. */
  readonly scopes: string[]
  /** Roles that lanes give to nodes. */
  readonly roles: Map<string, string>
  readonly associations: { readonly from: string; readonly to: string }[]
}

/** Elements without execution semantics that a container may have: they say something to people or hold data. */
const descriptive: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
  'bpmn:TextAnnotation',
  'bpmn:Group',
  'bpmn:Association',
])

function readFlow(reading: Reading, element: Element, draft: Draft): void {
  const source = oneOf(element, 'sourceRef')
  const target = oneOf(element, 'targetRef')
  // A reference that leads nowhere is already reported by the XML reader.
  if (!source || !target) {
    if (!reading.problems.some(problem => problem.code === 'dangling-reference' && problem.element === element.id)) {
      report(reading, 'missing-attribute', element, { attribute: source ? 'targetRef' : 'sourceRef' })
    }
    return
  }
  const id = idOf(reading, element)
  const condition = oneOf(element, 'conditionExpression')
  const name = textOf(element, 'name')
  draft.flows.set(id, {
    id,
    from: idOf(reading, source),
    to: idOf(reading, target),
    ...(name === undefined ? {} : { name }),
    ...(condition && bodyOf(condition) ? { condition: readExpression(reading, element, condition) } : {}),
  })
}

function readElements(reading: Reading, container: Element, scope: string, draft: Draft): void {
  draft.scopes.push(scope)
  const elements = manyOf(container, 'flowElements')
  for (const element of elements) {
    const type = nodeTypeOf(element)
    if (type) {
      const node = readNode(reading, element, type, scope)
      if (draft.nodes.has(node.id)) report(reading, 'duplicate-id', element)
      draft.nodes.set(node.id, node)
      const attached = oneOf(element, 'attachedToRef')
      if (attached) node.attachedTo = idOf(reading, attached)
      else if (type === 'boundary-event') report(reading, 'missing-attribute', element, { attribute: 'attachedToRef' })
      const defaultFlow = oneOf(element, 'default')
      if (defaultFlow) node.defaultFlow = idOf(reading, defaultFlow)
      if (element.flowElements !== undefined || type.endsWith('sub-process') || type === 'transaction') {
        readElements(reading, element, node.id, draft)
      }
    } else if (element.$type !== 'bpmn:SequenceFlow' && !descriptive.has(element.$type)) {
      report(reading, 'unknown-element', element, { type: element.$type })
    }
  }
  for (const element of elements) if (element.$type === 'bpmn:SequenceFlow') readFlow(reading, element, draft)
  for (const artifact of manyOf(container, 'artifacts')) {
    const from = oneOf(artifact, 'sourceRef')
    const to = oneOf(artifact, 'targetRef')
    if (artifact.$type === 'bpmn:Association' && from && to)
      draft.associations.push({ from: idOf(reading, from), to: idOf(reading, to) })
  }
  for (const laneSet of manyOf(container, 'laneSets')) readLanes(reading, laneSet, draft, undefined)
}

/** Reads lanes, outer before inner: the innermost that has a role gives it to its nodes. */
function readLanes(reading: Reading, laneSet: Element, draft: Draft, outer: string | undefined): void {
  for (const element of manyOf(laneSet, 'lanes')) {
    const id = idOf(reading, element)
    const name = textOf(element, 'name')
    const attributes = readAttributes(reading, element)
    const role = attributes.role ?? outer
    draft.lanes.push({ id, attributes, ...(name === undefined ? {} : { name }) })
    for (const member of manyOf(element, 'flowNodeRef')) {
      const node = draft.nodes.get(idOf(reading, member))
      if (!node) continue
      node.lane = id
      if (role !== undefined) draft.roles.set(node.id, role)
    }
    const inner = oneOf(element, 'childLaneSet')
    if (inner) readLanes(reading, inner, draft, role)
  }
}

/** A node without a role has that of its lane, or of the sub-process it lies in. */
function giveRoles(draft: Draft): void {
  const roleOf = (node: DraftNode): string | undefined => {
    const around = draft.nodes.get(node.scope)
    return node.attributes.role ?? draft.roles.get(node.id) ?? (around && roleOf(around))
  }
  for (const node of draft.nodes.values()) {
    const role = roleOf(node)
    if (role !== undefined) node.attributes = { role, ...node.attributes }
  }
}

/** Reads a process with all its sub-processes. */
export function readContainer(reading: Reading, process: Element): Draft {
  for (const subscription of manyOf(process, 'correlationSubscriptions'))
    report(reading, 'correlation-subscription', subscription)
  const draft: Draft = { nodes: new Map(), flows: new Map(), lanes: [], scopes: [], roles: new Map(), associations: [] }
  readElements(reading, process, idOf(reading, process), draft)
  giveRoles(draft)
  return draft
}
