import { BpmnModdle, type ReadWarning } from 'bpmn-moddle'
import { type Element, isElement } from '../read/element.ts'
import { tidyXml } from '../read/tidy-xml.ts'
import { type Comment, commentsOf, withComments } from './comments.ts'
import { joinTwins, partTwins } from './twins.ts'

/** A BPMN file as it was read: everything in it, with its diagram and extensions, to be changed and written again. */
export interface BpmnDocument {
  /** The definitions element of bpmn-moddle. */
  readonly definitions: unknown
  /** Comments, each with the element by which it stands. */
  readonly comments: readonly Comment[]
  /** What could not be understood, and so would be lost in writing. */
  readonly lost: readonly string[]
}

/** A reference to something outside of the file, or to nothing, is written again as it was. */
function keepReference({ element, property, value }: ReadWarning): boolean {
  if (!element || property === undefined || value === undefined) return false
  const holder = element as Record<string, unknown>
  const name = property.replace(/^.*:/, '')
  const outside = { id: value }
  const present = holder[name]
  if (Array.isArray(present)) present.push(outside)
  else holder[name] = element.$descriptor?.propertiesByName[property]?.isMany ? [outside] : outside
  return true
}

/** The reader drops an attribute that has the value it takes for the default; for this one BPMN has none. */
function keepVisibleMessages(element: Element): void {
  for (const edge of allOf(element)) {
    if (
      edge.$type !== 'bpmndi:BPMNEdge' ||
      !Object.hasOwn(edge, 'messageVisibleKind') ||
      edge.messageVisibleKind !== 'initiating'
    )
      continue
    const holder = edge as { messageVisibleKind?: unknown; readonly $attrs?: Record<string, string> }
    delete holder.messageVisibleKind
    if (holder.$attrs) holder.$attrs.messageVisibleKind = 'initiating'
  }
}

function* allOf(element: Element): Generator<Element> {
  yield element
  for (const diagram of Array.isArray(element.diagrams) ? element.diagrams : []) {
    if (isElement(diagram) && isElement(diagram.plane) && Array.isArray(diagram.plane.planeElement))
      yield* diagram.plane.planeElement.filter(isElement)
  }
}

/** Properties that the schema of BPMN names otherwise than by the type of what they hold. */
const writtenByName: readonly (readonly [type: string, property: string, serialize: 'property' | 'xsi:type'])[] = [
  ['bpmn:CorrelationPropertyRetrievalExpression', 'bpmn:messagePath', 'property'],
  ['bpmn:CorrelationPropertyBinding', 'bpmn:dataPath', 'property'],
  ['bpmn:ComplexBehaviorDefinition', 'bpmn:condition', 'property'],
  ['bpmn:ComplexBehaviorDefinition', 'bpmn:event', 'property'],
  ['bpmn:Lane', 'bpmn:partitionElement', 'xsi:type'],
]

function newModdle(): BpmnModdle {
  const moddle = new BpmnModdle()
  for (const [type, name, serialize] of writtenByName)
    for (const property of moddle.registry.typeMap[type]?.properties ?? [])
      if (property.name === name) property.xml = { serialize }
  return moddle
}

/** Reads a file for editing or exchange, whether or not it can be executed; undefined when it is not BPMN 2.0. */
export async function readDocument(xml: string): Promise<BpmnDocument | undefined> {
  try {
    const { rootElement, warnings } = await newModdle().fromXML(partTwins(tidyXml(xml)))
    if (!isElement(rootElement)) return undefined
    keepVisibleMessages(rootElement)
    // The text is already decoded, whatever encoding the file declares.
    const rest = warnings.filter(
      warning => !keepReference(warning) && !warning.message.startsWith('unsupported document encoding'),
    )
    return {
      definitions: rootElement,
      comments: commentsOf(xml),
      lost: rest.map(warning => warning.message.split('\n')[0] ?? ''),
    }
  } catch {
    return undefined
  }
}

/** Writes a document as BPMN 2.0 XML. */
export async function writeDocument(document: BpmnDocument): Promise<string> {
  const { xml } = await new BpmnModdle().toXML(document.definitions, { format: true })
  return withComments(joinTwins(xml), document.comments)
}
