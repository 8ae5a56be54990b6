import type { Node, NodeType } from '../model/process.ts'
import { readCalled, readRepetition, readScript, refuseCode } from './activities.ts'
import { withoutCollections } from './data.ts'
import { bodyOf, type Element, oneOf, textOf } from './element.ts'
import { readEvents, readMessage } from './events.ts'
import { readAttributes, readMappings } from './extensions.ts'
import { idOf, type Reading, readExpression, report } from './reading.ts'

/** Elements with execution semantics and the node they become. */
const nodeTypes: Readonly<Record<string, NodeType>> = {
  'bpmn:Task': 'task',
  'bpmn:ManualTask': 'task',
  'bpmn:UserTask': 'user-task',
  'bpmn:ServiceTask': 'service-task',
  'bpmn:SendTask': 'send-task',
  'bpmn:BusinessRuleTask': 'business-rule-task',
  'bpmn:ReceiveTask': 'receive-task',
  'bpmn:ScriptTask': 'script-task',
  'bpmn:CallActivity': 'call-activity',
  'bpmn:SubProcess': 'sub-process',
  'bpmn:Transaction': 'transaction',
  'bpmn:AdHocSubProcess': 'ad-hoc-sub-process',
  'bpmn:ExclusiveGateway': 'exclusive-gateway',
  'bpmn:ParallelGateway': 'parallel-gateway',
  'bpmn:InclusiveGateway': 'inclusive-gateway',
  'bpmn:ComplexGateway': 'complex-gateway',
  'bpmn:EventBasedGateway': 'event-based-gateway',
  'bpmn:StartEvent': 'start-event',
  'bpmn:IntermediateCatchEvent': 'catch-event',
  'bpmn:IntermediateThrowEvent': 'throw-event',
  'bpmn:BoundaryEvent': 'boundary-event',
  'bpmn:EndEvent': 'end-event',
}

/** The type of node an element becomes; undefined when it has no execution semantics. */
export function nodeTypeOf(element: Element): NodeType | undefined {
  const type = nodeTypes[element.$type]
  return type === 'sub-process' && element.triggeredByEvent === true ? 'event-sub-process' : type
}

const activityTypes: ReadonlySet<NodeType> = new Set([
  'task',
  'user-task',
  'service-task',
  'send-task',
  'business-rule-task',
  'receive-task',
  'script-task',
  'call-activity',
  'sub-process',
  'transaction',
  'ad-hoc-sub-process',
])

/** Whether a node is an activity (BPMN clause 10.3), which boundary events may be attached to. */
export function isActivity(type: NodeType): boolean {
  return activityTypes.has(type)
}

type Writable<T> = { -readonly [key in keyof T]: T[key] }

/** A node as it is built up: flows, lane and boundaries are added once all elements are known. */
export type DraftNode = Writable<Omit<Node, 'incoming' | 'outgoing' | 'boundaries'>> & {
  incoming: string[]
  outgoing: string[]
  boundaries?: string[]
}

function readAdHoc(reading: Reading, element: Element): NonNullable<Node['adHoc']> {
  const condition = oneOf(element, 'completionCondition')
  return {
    sequential: element.ordering === 'Sequential',
    cancelRest: element.cancelRemainingInstances !== false,
    ...(condition && bodyOf(condition) ? { until: readExpression(reading, element, condition) } : {}),
  }
}

/** Reads one flow node, without its flows. */
export function readNode(reading: Reading, element: Element, type: NodeType, scope: string): DraftNode {
  const node: DraftNode = {
    id: idOf(reading, element),
    type,
    scope,
    incoming: [],
    outgoing: [],
    attributes: readAttributes(reading, element),
  }
  const name = textOf(element, 'name')
  if (name !== undefined) node.name = name
  refuseCode(reading, element)
  if (type.endsWith('-event')) {
    const throws = type === 'throw-event' || type === 'end-event'
    const events = readEvents(reading, element, throws)
    if (events.length > 0) node.events = events
    if (element.parallelMultiple === true && events.length > 1) node.allEvents = true
    if (type === 'boundary-event') node.interrupting = element.cancelActivity !== false
    if (type === 'start-event') node.interrupting = element.isInterrupting !== false
  }
  const repetition = isActivity(type) ? readRepetition(reading, element) : undefined
  const read = readMappings(reading, element)
  const mappings = repetition ? withoutCollections(repetition, read) : { ...read, repetition }
  if (mappings.inputs.length > 0) node.inputs = mappings.inputs
  if (mappings.outputs.length > 0) node.outputs = mappings.outputs
  if (isActivity(type)) {
    for (const name of ['startQuantity', 'completionQuantity'])
      if (typeof element[name] === 'number' && element[name] !== 1)
        report(reading, 'quantity', element, { [name]: String(element[name]) })
    if (mappings.repetition) node.repetition = mappings.repetition
    if (element.isForCompensation === true) node.undoes = true
    const script =
      type === 'script-task' || type === 'service-task' || type === 'send-task' || type === 'business-rule-task'
        ? readScript(reading, element)
        : undefined
    if (script) node.script = script
  }
  if (type === 'call-activity') node.called = readCalled(reading, element)
  if (type === 'receive-task') {
    node.events = [readMessage(reading, element, element, false)]
    if (element.instantiate === true) node.instantiates = 'one'
  }
  if (type === 'send-task' && oneOf(element, 'messageRef'))
    node.events = [readMessage(reading, element, element, false)]
  if (type === 'event-based-gateway') {
    const parallel = element.eventGatewayType === 'Parallel'
    if (element.instantiate === true) node.instantiates = parallel ? 'all' : 'one'
    else if (parallel) report(reading, 'event-gateway', element, { type: 'parallel' })
  }
  if (type === 'complex-gateway') {
    const activation = oneOf(element, 'activationCondition')
    if (activation && bodyOf(activation)) node.activation = readExpression(reading, element, activation)
  }
  if (type === 'ad-hoc-sub-process') node.adHoc = readAdHoc(reading, element)
  return node
}
