import type { EventDefinition, Flow, FlowNode, Mapping, Model, Repetition, Source } from './model.ts'
import { childOf, childrenOf, type Element, readXml } from './xml.ts'

const nodeNames =
  /^(task|userTask|serviceTask|scriptTask|manualTask|sendTask|receiveTask|businessRuleTask|subProcess|transaction|adHocSubProcess|callActivity|(exclusive|parallel|inclusive|complex|eventBased)Gateway|startEvent|endEvent|intermediateCatchEvent|intermediateThrowEvent|boundaryEvent)$/

/** The global elements of a file that events refer to. */
type Globals = ReadonlyMap<string, Element>

const withoutPrefix = (reference: string) => reference.slice(reference.indexOf(':') + 1)

/** Attributes of vendors are the same with any of their prefixes. */
function vendor(element: Element, name: string): string | undefined {
  return element.attributes[`camunda:${name}`] ?? element.attributes[`activiti:${name}`]
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}

function timesOf(definition: Element): number | string {
  const cycle = childOf(definition, 'timeCycle')?.text
  if (cycle === undefined) return 1
  if (/[$#]\{|^=/.test(cycle)) return cycle
  return repetitionsOf(cycle)
}

/** How often a cycle happens: `R3/…` three times, `R/…` and cron for ever. */
export function repetitionsOf(cycle: string): number {
  const counted = /^R(\d+)\//.exec(cycle)
  return counted ? Number(counted[1]) : Number.POSITIVE_INFINITY
}

function eventOf(definition: Element, globals: Globals): EventDefinition | undefined {
  const { attributes } = definition
  const refers = (name: string) => {
    const reference = attributes[name]
    return reference === undefined ? undefined : globals.get(withoutPrefix(reference))
  }
  const nameOf = (element: Element | undefined) => element?.attributes.name ?? element?.attributes.id
  switch (definition.name) {
    case 'messageEventDefinition':
      return { type: 'message', ...optional('name', nameOf(refers('messageRef'))) }
    case 'signalEventDefinition':
      return { type: 'signal', ...optional('name', nameOf(refers('signalRef'))) }
    case 'timerEventDefinition':
      return { type: 'timer', times: timesOf(definition) }
    case 'errorEventDefinition':
      return {
        type: 'error',
        ...optional('code', codeOf(attributes.errorRef, refers('errorRef'), 'errorCode')),
        ...optional('codeVariable', vendor(definition, 'errorCodeVariable')),
        ...optional('messageVariable', vendor(definition, 'errorMessageVariable')),
      }
    case 'escalationEventDefinition':
      return {
        type: 'escalation',
        ...optional('code', codeOf(attributes.escalationRef, refers('escalationRef'), 'escalationCode')),
        ...optional('codeVariable', vendor(definition, 'escalationCodeVariable')),
      }
    case 'conditionalEventDefinition':
      return { type: 'condition', condition: childOf(definition, 'condition')?.text ?? '' }
    case 'compensateEventDefinition':
      return { type: 'compensation', ...optional('activity', attributes.activityRef) }
    case 'linkEventDefinition':
      return { type: 'link', name: attributes.name ?? '' }
    case 'cancelEventDefinition':
      return { type: 'cancel' }
    case 'terminateEventDefinition':
      return { type: 'terminate' }
    default:
      return undefined
  }
}

/** Without a reference any is meant; a reference to nothing is its own code. */
function codeOf(reference: string | undefined, element: Element | undefined, name: string): string | undefined {
  if (reference === undefined) return undefined
  const code = element ? element.attributes[name] : reference
  return code === undefined || code === '' ? undefined : code
}

function sourceOf(parameter: Element): Source {
  const list = childOf(parameter, 'list')
  if (list) return { list: list.children.map(sourceOf) }
  const map = childOf(parameter, 'map')
  if (map) return { map: map.children.map(entry => [entry.attributes.key ?? '', sourceOf(entry)] as const) }
  return { text: parameter.text }
}

function mappingsOf(element: Element, direction: 'input' | 'output'): readonly Mapping[] {
  const extensions = childOf(element, 'extensionElements')
  if (!extensions) return []
  const camunda = childrenOf(extensions, 'inputOutput').flatMap(io =>
    childrenOf(io, `${direction}Parameter`).map(parameter => ({
      target: parameter.attributes.name ?? '',
      source: sourceOf(parameter),
    })),
  )
  const own = childrenOf(extensions, direction).map(({ attributes }) => ({
    target: attributes.target ?? '',
    source: { text: attributes.source ?? '' },
  }))
  return [...camunda, ...own]
}

function copiesOf(element: Element, direction: 'in' | 'out'): readonly Mapping[] {
  const extensions = childOf(element, 'extensionElements')
  return childrenOf(extensions ?? element, direction).flatMap(({ attributes }) => {
    const { source, sourceExpression, target } = attributes
    if (target === undefined) return []
    if (source !== undefined) return [{ target, source: { text: `\${${source}}` } }]
    return sourceExpression === undefined ? [] : [{ target, source: { text: sourceExpression } }]
  })
}

function copiesAll(element: Element, direction: 'in' | 'out'): boolean {
  const extensions = childOf(element, 'extensionElements')
  return (
    extensions !== undefined &&
    childrenOf(extensions, direction).some(({ attributes }) => attributes.variables === 'all')
  )
}

function repetitionOf(element: Element): Repetition | undefined {
  const multiple = childOf(element, 'multiInstanceLoopCharacteristics')
  if (multiple)
    return {
      kind: 'multiple',
      sequential: multiple.attributes.isSequential === 'true',
      ...optional('cardinality', childOf(multiple, 'loopCardinality')?.text),
      ...optional('collection', vendor(multiple, 'collection') ?? childOf(multiple, 'loopDataInputRef')?.text),
      ...optional(
        'element',
        vendor(multiple, 'elementVariable') ?? childOf(multiple, 'inputDataItem')?.attributes.name,
      ),
      ...optional('until', childOf(multiple, 'completionCondition')?.text),
    }
  const loop = childOf(element, 'standardLoopCharacteristics')
  if (!loop) return undefined
  const most = loop.attributes.loopMaximum
  return {
    kind: 'loop',
    before: loop.attributes.testBefore === 'true',
    ...optional('condition', childOf(loop, 'loopCondition')?.text),
    ...optional('most', most === undefined ? undefined : Number(most)),
  }
}

function eventsOf(element: Element, globals: Globals): readonly EventDefinition[] {
  const inside = element.children.flatMap(child => {
    const event = eventOf(child, globals)
    return event ? [event] : []
  })
  if (element.name !== 'receiveTask') return inside
  const found = globals.get(withoutPrefix(element.attributes.messageRef ?? ''))
  return [{ type: 'message', ...optional('name', found?.attributes.name ?? found?.attributes.id) }]
}

function readNode(
  element: Element,
  container: string,
  flows: readonly Flow[],
  globals: Globals,
  undoes: ReadonlyMap<string, string>,
): FlowNode {
  const { attributes } = element
  const id = attributes.id ?? ''
  const attachedTo = attributes.attachedToRef
  const until = childOf(element, 'completionCondition')?.text
  return {
    id,
    kind: element.name,
    container,
    incoming: flows.filter(flow => flow.to === id).map(flow => flow.id),
    outgoing: flows.filter(flow => flow.from === id).map(flow => flow.id),
    ...optional('defaultFlow', attributes.default),
    events: eventsOf(element, globals),
    allEvents: attributes.parallelMultiple === 'true',
    ...optional('attachedTo', attachedTo),
    interrupting: attributes.cancelActivity !== 'false' && attributes.isInterrupting !== 'false',
    ...optional('repetition', repetitionOf(element)),
    forCompensation: attributes.isForCompensation === 'true',
    eventSubProcess: attributes.triggeredByEvent === 'true',
    ...optional('undoneBy', undoes.get(id)),
    inputs: mappingsOf(element, 'input'),
    outputs: mappingsOf(element, 'output'),
    ...optional('calls', attributes.calledElement),
    allIn: copiesAll(element, 'in'),
    allOut: copiesAll(element, 'out'),
    callIn: element.name === 'callActivity' ? copiesOf(element, 'in') : [],
    callOut: element.name === 'callActivity' ? copiesOf(element, 'out') : [],
    ...(element.name === 'scriptTask'
      ? {
          script: {
            text: childOf(element, 'script')?.text ?? '',
            ...optional('result', vendor(element, 'resultVariable')),
          },
        }
      : {}),
    ...optional('activation', childOf(element, 'activationCondition')?.text),
    ...(element.name === 'adHocSubProcess'
      ? {
          adHoc: {
            sequential: attributes.ordering === 'Sequential',
            cancelRemaining: attributes.cancelRemainingInstances !== 'false',
            ...optional('until', until),
          },
        }
      : {}),
  }
}

/** Every element below, the element itself first. */
function all(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(all)]
}

const expressionNames =
  /^(conditionExpression|condition|completionCondition|loopCardinality|loopCondition|activationCondition|timeDate|timeDuration|timeCycle|script|inputParameter|outputParameter|entry|value)$/

/** Reads the processes of a BPMN file that a token can go through. */
export function readModel(text: string): Model {
  const definitions = readXml(text)
  const globals = new Map(definitions.children.map(element => [element.attributes.id ?? '', element]))
  const nodes = new Map<string, FlowNode>()
  const flows = new Map<string, Flow>()
  const processes = childrenOf(definitions, 'process')

  const everything = processes.flatMap(all)
  const undoing = new Set(
    everything
      .filter(({ attributes }) => attributes.isForCompensation === 'true')
      .map(({ attributes }) => attributes.id),
  )
  const undoes = new Map(
    everything
      .filter(({ name }) => name === 'association')
      .flatMap(({ attributes: { sourceRef = '', targetRef = '' } }): (readonly [string, string])[] =>
        undoing.has(targetRef) ? [[sourceRef, targetRef]] : undoing.has(sourceRef) ? [[targetRef, sourceRef]] : [],
      ),
  )
  const read = (container: Element, id: string) => {
    const inside = childrenOf(container, 'sequenceFlow').map(({ attributes, children }, index) => {
      const condition = children.find(child => child.name === 'conditionExpression')?.text
      return {
        id: attributes.id ?? `\u0000${id}:${index}`,
        from: attributes.sourceRef ?? '',
        to: attributes.targetRef ?? '',
        ...optional('condition', condition),
      }
    })
    for (const flow of inside) flows.set(flow.id, flow)
    const elements = container.children.filter(child => nodeNames.test(child.name))
    for (const element of elements) {
      const node = readNode(element, id, inside, globals, undoes)
      nodes.set(node.id, node)
      if (/subProcess|SubProcess|transaction/.test(element.name)) read(element, node.id)
    }
  }
  for (const process of processes) read(process, process.attributes.id ?? '')

  const expressions = definitions.children
    .filter(element => element.name !== 'BPMNDiagram')
    .flatMap(all)
    .flatMap(element => [
      ...(expressionNames.test(element.name) ? [{ of: element.name, text: element.text }] : []),
      ...Object.entries(element.attributes)
        .filter(([name, value]) => name.endsWith('collection') || /^(=|.*[$#]\{)/s.test(value))
        .map(([name, text]) => ({ of: withoutPrefix(name), text })),
    ])
    .filter(({ text }) => text !== '')
  return { processes: processes.map(process => process.attributes.id ?? ''), nodes, flows, expressions }
}
