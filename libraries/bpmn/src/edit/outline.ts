import { readDocument } from '../document/document.ts'
import { bodyOf, type Element, isElement, manyOf, oneOf, textOf } from '../read/element.ts'
import { readVendors } from '../read/extensions.ts'

/** A flow as it is written. */
export interface OutlineFlow {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  /** FEEL; null without a condition. */
  readonly condition: string | null
  /** Taken when no condition holds. */
  readonly otherwise: boolean
}

/** A node as it is written, whether or not the process could run. */
export interface OutlineNode {
  readonly id: string
  /** Of BPMN 2.0: `bpmn:UserTask`. */
  readonly type: string
  readonly name: string
  /** Settings of the platform (`tereze:` attributes). */
  readonly settings: Readonly<Record<string, string>>
  /** Definitions of an event: `bpmn:TimerEventDefinition`. */
  readonly events: readonly string[]
  /** Until when a timer waits, as FEEL; null where a setting says it, or nothing. */
  readonly until: string | null
  /** Of a boundary event, what it is attached to. */
  readonly attachedTo: string | null
  /** The sub-process or process it stands in. */
  readonly scope: string
  readonly outgoing: readonly OutlineFlow[]
}

/** What a file says of its processes, in the order in which they are gone through. */
export interface Outline {
  readonly nodes: readonly OutlineNode[]
  /** What would be lost if the file were written again; a file that loses something is not changed. */
  readonly lost: readonly string[]
}

/** Reads what a file says, also where it could not run; null when it is not BPMN 2.0. */
export async function outlineOf(xml: string): Promise<Outline | null> {
  const document = await readDocument(xml)
  if (document === undefined || !isElement(document.definitions)) return null
  const vendors = readVendors(document.definitions)
  const elements: Element[] = []
  const open = manyOf(document.definitions, 'rootElements')
    .filter(({ $type }) => $type === 'bpmn:Process')
    .reverse()
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.$type !== 'bpmn:Process') elements.push(element)
    open.push(...manyOf(element, 'flowElements').toReversed())
  }
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow').map(flowOf)
  const nodes = elements
    .filter(
      ({ $type, id }) =>
        id !== undefined && /Task$|Event$|Gateway$|SubProcess$|CallActivity$|Transaction$/u.test($type),
    )
    .map(element => nodeOf(element, vendors, flows))
  return { nodes: inOrder(nodes), lost: document.lost }
}

function flowOf(flow: Element): OutlineFlow {
  const source = oneOf(flow, 'sourceRef')
  const condition = bodyOf(oneOf(flow, 'conditionExpression'))
  return {
    id: flow.id ?? '',
    name: textOf(flow, 'name') ?? '',
    from: source?.id ?? '',
    to: oneOf(flow, 'targetRef')?.id ?? '',
    condition: condition === '' ? null : condition,
    otherwise: source !== undefined && oneOf(source, 'default') === flow,
  }
}

function nodeOf(element: Element, vendors: ReadonlyMap<string, string>, flows: readonly OutlineFlow[]): OutlineNode {
  const settings = Object.entries(element.$attrs ?? {}).flatMap(([qualified, value]) => {
    const [prefix = '', name] = qualified.split(':')
    return name !== undefined && vendors.get(prefix) === 'tereze' ? [[name, value] as const] : []
  })
  const events = manyOf(element, 'eventDefinitions')
  const parent = isElement(element.$parent) ? element.$parent : undefined
  const until = events.map(event => bodyOf(oneOf(event, 'timeDate')) || bodyOf(oneOf(event, 'timeDuration')))[0] ?? ''
  return {
    id: element.id ?? '',
    type: element.$type,
    name: textOf(element, 'name') ?? '',
    settings: Object.fromEntries(settings),
    events: events.map(({ $type }) => $type),
    until: until === '' ? null : until,
    attachedTo: oneOf(element, 'attachedToRef')?.id ?? null,
    scope: parent?.id ?? '',
    outgoing: flows.filter(({ from }) => from === element.id),
  }
}

/** From the starts along the flows, what is attached to a node behind it; then what nothing leads to. */
function inOrder(nodes: readonly OutlineNode[]): OutlineNode[] {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const found = new Set<OutlineNode>()
  const follow = (first: OutlineNode): void => {
    const open = [first]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (found.has(node)) continue
      found.add(node)
      const { id } = node
      const inside = nodes.filter(({ scope, type }) => scope === id && type === 'bpmn:StartEvent')
      const attached = nodes.filter(({ attachedTo }) => attachedTo === id)
      const next = node.outgoing.flatMap(({ to }) => byId.get(to) ?? [])
      open.push(...next.reverse(), ...attached.reverse(), ...inside.reverse())
    }
  }
  for (const node of nodes) if (node.type === 'bpmn:StartEvent') follow(node)
  for (const node of nodes) follow(node)
  return [...found]
}
